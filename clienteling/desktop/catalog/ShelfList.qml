pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// Where the chosen variant lies: here, in the other stores, in the warehouse.
ColumnLayout {
    id: shelves

    required property CardViewModel model

    spacing: 0

    RowLayout {
        spacing: Theme.space2

        SectionTitle {
            Layout.fillWidth: true
            text: qsTr("Where it is")
        }
        Caption {
            text: shelves.model.asOf
            small: true
        }
    }
    Repeater {
        model: shelves.model.shelves

        RowLayout {
            id: shelf

            required property string name
            required property int quantity
            required property string tone
            required property string icon

            Layout.preferredHeight: Math.round(30 * Theme.textScale)
            spacing: Theme.space2
            opacity: quantity > 0 ? 1 : 0.75

            Icon {
                name: shelf.icon
                size: 18
                color: Theme.toneInk(shelf.tone)
            }
            Body {
                Layout.fillWidth: true
                text: shelf.name
                soft: shelf.quantity === 0
            }
            Figure {
                text: shelf.quantity
                color: Theme.toneInk(shelf.tone)
                Accessible.name: qsTr("%1: %2").arg(shelf.name).arg(shelf.quantity)
            }
        }
    }
}
