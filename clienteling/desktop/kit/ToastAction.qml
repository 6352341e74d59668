import QtQuick
import QtQuick.Templates as T

// The answer inside a toast, in the accent of the other theme because a toast is dark on light and light on dark.
T.AbstractButton {
    id: root

    implicitWidth: implicitContentWidth + 24
    implicitHeight: Theme.touch
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    background: Rectangle {
        radius: Theme.radiusButton
        color: root.pressed || root.hovered ? (Theme.dark ? "#14000000" : "#1FFFFFFF") : "transparent"

        FocusRing { shown: root.visualFocus }
    }
    contentItem: Words {
        text: root.text
        color: Theme.dark ? "#1F5C54" : "#6CC0B2"
        font.weight: Font.DemiBold
        horizontalAlignment: Text.AlignHCenter
        Accessible.ignored: true
    }
}
