import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// What the list shows, and the way to a new client.
GridLayout {
    id: head

    required property CustomersViewModel model
    readonly property bool seeking: model.found.query !== ""

    signal newWanted

    columns: Theme.wide ? 3 : 2
    columnSpacing: Theme.space3
    rowSpacing: Theme.space2

    Heading {
        Layout.fillWidth: true
        text: head.seeking ? qsTr("Found for “%1”").arg(head.model.found.query) : qsTr("Clients")
    }
    Segment {
        objectName: "lists"
        Layout.row: Theme.wide ? 0 : 1
        Layout.column: Theme.wide ? 1 : 0
        Layout.columnSpan: Theme.wide ? 1 : 2
        Layout.fillWidth: !Theme.wide
        visible: !head.seeking
        label: qsTr("Whose clients")
        model: [qsTr("Mine"), qsTr("This store"), qsTr("Everybody here")]
        current: head.model.listIndex
        onChosen: index => head.model.choose(index)
    }
    AppButton {
        objectName: "new-client"
        Layout.row: 0
        Layout.column: Theme.wide ? 2 : 1
        icon: "user-plus"
        text: qsTr("New client")
        onClicked: head.newWanted()
    }
}
