import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// Whose order it is, its number and its state.
RowLayout {
    id: head

    required property OrderViewModel order
    property bool inSheet: false

    signal closed
    signal customerOpened(string customer)

    spacing: Theme.space2

    ColumnLayout {
        spacing: Theme.space1

        Heading {
            Layout.fillWidth: true
            text: head.order.name
        }
        RowLayout {
            spacing: Theme.space2

            Chip {
                objectName: "state"
                tone: head.order.tone
                icon: head.order.sign
                text: head.order.word
            }
            Figure {
                objectName: "number"
                Layout.fillWidth: true
                size: Theme.body
                color: Theme.ink2
                text: head.order.number
                visible: !head.inSheet
            }
        }
    }
    IconButton {
        objectName: "her-page"
        icon: "user"
        label: qsTr("Open her page")
        visible: head.order.customer !== ""
        onClicked: head.customerOpened(head.order.customer)
    }
    IconButton {
        objectName: "close"
        icon: "x"
        label: qsTr("Close")
        visible: !head.inSheet
        onClicked: head.closed()
    }
}
