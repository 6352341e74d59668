import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// One fact: what it is, and what it says.
Card {
    id: card

    required property string label
    property string value
    property string detail
    property bool large: false
    property string icon
    default property alias content: slot.data

    Layout.fillWidth: true
    Layout.fillHeight: true
    padding: 14

    ColumnLayout {
        spacing: 3

        Caption {
            Layout.fillWidth: true
            text: card.label
        }
        Body {
            Layout.fillWidth: true
            visible: text !== "" && !card.large
            strong: true
            lines: 2
            text: card.large ? "" : card.value
        }
        Figure {
            Layout.fillWidth: true
            visible: card.large
            size: Math.round(20 * Theme.textScale)
            // an amount that is cut off would be a wrong amount
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.tiny
            text: card.large ? card.value : ""
        }
        ColumnLayout {
            id: slot

            visible: children.length > 0
        }
        Caption {
            Layout.fillWidth: true
            visible: text !== ""
            lines: 3
            text: card.detail
        }
        Item {
            Layout.fillHeight: true
        }
    }
}
