import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// The product itself: its whole picture, name, house and price; large where there is room.
GridLayout {
    id: head

    required property CardViewModel model
    property bool roomy: false
    property bool named: true

    columns: roomy ? 1 : 2
    columnSpacing: Theme.space4
    rowSpacing: Theme.space3

    Picture {
        Layout.fillWidth: head.roomy
        Layout.preferredWidth: 148
        Layout.preferredHeight: head.roomy ? Math.min(width, 344) : 148
        product: head.model.productId
        icon: head.model.icon
        label: head.model.name
    }
    ColumnLayout {
        spacing: 2

        Heading {
            Layout.fillWidth: true
            Layout.rightMargin: head.roomy ? 0 : 40
            level: head.roomy ? 2 : 3
            lines: 3
            text: head.model.name
            visible: head.named
        }
        Caption {
            Layout.fillWidth: true
            text: head.model.brand
        }
        Caption {
            Layout.fillWidth: true
            small: true
            text: head.model.sku
        }
        Figure {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space2
            size: Theme.title
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.body
            text: head.model.price
        }
    }
}
