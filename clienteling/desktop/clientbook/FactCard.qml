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
    default property alias content: words.content

    Layout.fillWidth: true
    Layout.fillHeight: true
    padding: 14

    FactWords {
        id: words

        label: card.label
        value: card.value
        detail: card.detail
        large: card.large
    }
}
