import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// What a fact is, what it says, and what stands below that.
ColumnLayout {
    id: words

    required property string label
    property string value
    property string detail
    property bool large: false
    property bool leads: false
    default property alias content: slot.data

    spacing: 3

    RowLayout {
        spacing: Theme.space1

        Caption {
            Layout.fillWidth: true
            text: words.label
        }
        Icon {
            visible: words.leads
            name: "info"
            size: 16
        }
    }
    Body {
        Layout.fillWidth: true
        visible: text !== "" && !words.large
        strong: true
        lines: 2
        text: words.large ? "" : words.value
    }
    Figure {
        Layout.fillWidth: true
        visible: words.large
        size: Math.round(20 * Theme.textScale)
        // an amount that is cut off would be a wrong amount
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.tiny
        text: words.large ? words.value : ""
    }
    ColumnLayout {
        id: slot

        visible: children.length > 0
    }
    Caption {
        Layout.fillWidth: true
        visible: text !== ""
        lines: 3
        text: words.detail
    }
    Item {
        Layout.fillHeight: true
    }
}
