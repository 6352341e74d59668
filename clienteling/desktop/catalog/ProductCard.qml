import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// One product: which colour and size, where it lies, and into the cart.
ColumnLayout {
    id: card

    required property CardViewModel model
    property bool inSheet: false
    readonly property bool read: model.state === "rows"

    signal closed
    signal retried
    signal labelled
    signal toldOf

    spacing: Theme.space3

    Item {
        Layout.fillWidth: true
        Layout.fillHeight: true
        implicitHeight: card.read ? scroll.contentHeight : unread.implicitHeight

        Scroll {
            id: scroll

            anchors.fill: parent
            spacing: Theme.space3
            visible: card.read

            ProductHead {
                Layout.fillWidth: true
                model: card.model
                roomy: !card.inSheet && card.height > 880 * Theme.textScale
                named: !card.inSheet
            }
            VariantPicker {
                Layout.fillWidth: true
                model: card.model
            }
            ShelfList {
                Layout.fillWidth: true
                model: card.model
            }
            Caption {
                Layout.fillWidth: true
                lines: 0
                text: card.model.text
                visible: text !== ""
            }
        }
        ListState {
            id: unread

            anchors.fill: parent
            state: card.model.state
            onRetry: card.retried()
        }
        IconButton {
            anchors { right: parent.right; top: parent.top; margins: -12 }
            objectName: "close"
            icon: "x"
            label: qsTr("Close")
            visible: !card.inSheet
            onClicked: card.closed()
        }
    }
    Notice {
        Layout.fillWidth: true
        tone: card.model.hereNow ? "ok" : "online"
        icon: card.model.hereNow ? "store" : "truck"
        text: card.read ? card.model.sentence : ""
    }
    AppButton {
        objectName: "whom-to-tell"
        Layout.fillWidth: true
        icon: "users"
        text: qsTr("Whom to tell")
        visible: card.read
        onClicked: card.toldOf()
    }
    RowLayout {
        visible: card.read
        spacing: Theme.space2

        AppButton {
            objectName: "add"
            Layout.fillWidth: true
            kind: "primary"
            big: true
            icon: "plus"
            text: qsTr("Add to cart")
            onClicked: card.model.add()
        }
        IconButton {
            objectName: "label-product"
            icon: "tags"
            label: qsTr("Print labels")
            onClicked: card.labelled()
        }
    }
}
