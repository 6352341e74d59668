pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// One product: which colour and size, where it lies, and into the cart.
ColumnLayout {
    id: card

    required property CardViewModel model
    property bool inSheet: false

    signal closed

    spacing: Theme.space3

    Scroll {
        Layout.fillWidth: true
        Layout.fillHeight: true
        implicitHeight: contentHeight
        spacing: Theme.space3

        Picture {
            Layout.fillWidth: true
            Layout.preferredHeight: card.inSheet ? 260 : 216
            product: card.model.productId
            icon: card.model.icon
            label: card.model.name

            IconButton {
                anchors { right: parent.right; top: parent.top; margins: 6 }
                objectName: "close"
                icon: "x"
                label: qsTr("Close")
                filled: true
                visible: !card.inSheet
                onClicked: card.closed()
            }
        }
        ColumnLayout {
            spacing: 2

            Heading {
                Layout.fillWidth: true
                level: 2
                lines: 2
                text: card.model.name
                visible: !card.inSheet
            }
            Caption {
                Layout.fillWidth: true
                text: card.model.brand
            }
        }
        Figure {
            Layout.fillWidth: true
            size: Theme.title
            text: card.model.price
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
    Notice {
        Layout.fillWidth: true
        tone: card.model.hereNow ? "ok" : "online"
        icon: card.model.hereNow ? "store" : "truck"
        text: card.model.sentence
    }
    AppButton {
        objectName: "add"
        Layout.fillWidth: true
        kind: "primary"
        big: true
        icon: "plus"
        text: qsTr("Add to cart")
        onClicked: card.model.add()
    }
}
