pragma ComponentBehavior: Bound
import QtQuick
import clienteling.desktop.kit

// What is to be printed, and how many of each.
Item {
    id: root

    required property LabelsViewModel model

    RowList {
        id: list

        anchors.fill: parent
        clip: true
        visible: root.model.state === "rows"
        model: root.model.rows
        Accessible.name: qsTr("Labels")
        delegate: ListRow {
            id: row

            required property string key
            required property string name
            required detail
            required property string code
            required property string price
            required property string here
            required property int count

            objectName: "label-" + key
            width: ListView.view.width
            interactive: false
            title: name
            trailing: price
            trailingDetail: here
            tags: [{ text: code, tone: "neutral", icon: "" }]

            Stepper {
                value: row.count
                maximum: 999
                label: [row.name, row.detail].join(" ")
                onStepped: delta => root.model.step(row.key, delta)
            }
        }
    }
    ListState {
        anchors.fill: parent
        icon: "tags"
        state: root.model.state
        sentence: root.model.sentence
        onRetry: root.model.retry()
    }
}
