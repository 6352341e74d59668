import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// Her cart beside her page: what it holds by the way it takes, what it costs, and on to the order.
Rectangle {
    id: column

    required property CartViewModel model
    property bool framed: true

    signal checkoutWanted

    implicitWidth: Theme.cartColumn
    color: Theme.surface

    Rectangle {
        width: 1
        height: parent.height
        color: Theme.line
        visible: column.framed
    }
    ColumnLayout {
        anchors { fill: parent; leftMargin: 18; rightMargin: 18; topMargin: Theme.space3; bottomMargin: 18 }
        spacing: Theme.space2

        RowLayout {
            Layout.minimumHeight: 34
            spacing: Theme.space2

            Heading {
                Layout.fillWidth: true
                level: 3
                text: qsTr("Cart")
            }
            Chip {
                objectName: "online"
                tone: "online"
                icon: "globe"
                text: column.model.online > 0 ? qsTr("%n from online", "", column.model.online) : ""
            }
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true
            implicitHeight: lines.contentHeight

            CartLines {
                id: lines

                anchors.fill: parent
                visible: column.model.state === "rows"
                cart: column.model
            }
            ListState {
                anchors.fill: parent
                icon: "shopping-bag"
                rows: 3
                state: column.model.state
                onRetry: column.model.retry()
                sentence: qsTr("Nothing here yet. Scan a product, or add one from her suggestions.")
            }
        }
        UndoStrip {
            Layout.fillWidth: true
            model: column.model.undo
        }
        Divider {
            Layout.fillWidth: true
        }
        RowLayout {
            Layout.topMargin: Theme.space1
            spacing: Theme.space2

            Body {
                strong: true
                text: qsTr("Total")
            }
            Figure {
                objectName: "total"
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignRight
                size: Theme.title
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.body
                text: column.model.total
            }
        }
        AppButton {
            objectName: "checkout"
            Layout.fillWidth: true
            kind: "primary"
            big: true
            enabled: column.model.state === "rows"
            text: qsTr("Send order")
            onClicked: column.checkoutWanted()
        }
    }
}
