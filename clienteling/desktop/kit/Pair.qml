import QtQuick
import QtQuick.Layouts

// A name at the left and its value at the right.
RowLayout {
    id: root

    property string label
    property string value
    property bool strong: false
    property int size: Theme.small

    spacing: Theme.space3
    Accessible.role: Accessible.StaticText
    Accessible.name: label + ": " + value

    Words {
        Layout.fillWidth: true
        text: root.label
        color: root.strong ? Theme.ink : Theme.ink2
        font.pixelSize: Math.min(root.size, Theme.body)
        font.weight: root.strong ? Font.DemiBold : Font.Normal
        Accessible.ignored: true
    }
    Figure {
        text: root.value
        size: root.size
        strong: root.strong
        color: root.strong ? Theme.ink : Theme.ink2
        Accessible.ignored: true
    }
}
