import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// In portrait the cart is a bar at the foot of her page; it opens upwards.
Rectangle {
    id: bar

    required property CartViewModel model
    readonly property bool unread: model.state === "error"

    signal checkoutWanted

    implicitHeight: Math.round(76 * Theme.textScale)
    color: Theme.accent
    visible: unread || model.pieces > 0

    RowLayout {
        anchors { fill: parent; leftMargin: Theme.margin; rightMargin: Theme.space4 }
        spacing: Theme.space3

        Icon {
            name: "shopping-bag"
            color: Theme.accentInk
        }
        Body {
            Layout.fillWidth: true
            color: Theme.accentInk
            strong: true
            text: bar.unread ? qsTr("The cart could not be read.") : qsTr("%n items", "", bar.model.pieces)
        }
        Figure {
            size: Theme.subtitle
            color: Theme.accentInk
            text: bar.model.total
            visible: !bar.unread
        }
        AppButton {
            objectName: "open-cart"
            text: qsTr("Open cart")
            onClicked: sheet.open()
        }
    }
    Sheet {
        id: sheet

        title: bar.model.title

        CartColumn {
            Layout.fillWidth: true
            Layout.preferredHeight: 640
            framed: false
            model: bar.model
            onCheckoutWanted: {
                sheet.close();
                bar.checkoutWanted();
            }
        }
    }
}
