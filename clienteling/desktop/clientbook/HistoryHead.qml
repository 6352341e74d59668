pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// The top of the history: the choice between it and the notes, and what of it is shown.
HistorySheet {
    id: head

    required property ClientbookViewModel model
    required property int tab
    readonly property list<var> filters: [
        { key: "choose", words: qsTr("Choose") },
        { key: "buy", words: qsTr("Buy") },
        { key: "use", words: qsTr("Use") },
        { key: "online", words: qsTr("Online") },
        { key: "store", words: qsTr("Store") }
    ]

    signal chosen(int tab)

    opening: true
    implicitHeight: row.implicitHeight + 20

    RowLayout {
        id: row

        anchors { fill: parent; leftMargin: Theme.space4; rightMargin: Theme.space4 }
        spacing: Theme.space2

        Segment {
            objectName: "tabs"
            visible: head.model.notes !== null
            label: qsTr("Timeline or notes")
            model: [qsTr("Timeline"), qsTr("Notes")]
            current: head.tab
            onChosen: index => head.chosen(index)
        }
        Heading {
            visible: head.model.notes === null
            level: 3
            text: qsTr("Timeline")
        }
        Item {
            Layout.fillWidth: true
        }
        FilterChip {
            objectName: "filter-all"
            visible: head.tab === 0
            text: qsTr("All")
            checked: head.model.phase === "" && head.model.channel === ""
            onClicked: head.model.filter("all")
        }
        Repeater {
            model: head.filters

            FilterChip {
                required property var modelData

                objectName: "filter-" + modelData.key
                visible: head.tab === 0
                text: modelData.words
                tone: modelData.key === "online" ? "online" : modelData.key === "store" ? "store" : "accent"
                checked: head.model.phase === modelData.key || head.model.channel === modelData.key
                onClicked: head.model.filter(modelData.key)
            }
        }
    }
}
