import QtQuick
import QtQuick.Templates as T

// Yes, with a tick.
T.CheckBox {
    id: root

    implicitWidth: implicitContentWidth
    implicitHeight: Math.max(Theme.touch, implicitContentHeight)
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    indicator: Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: 26
        height: 26
        radius: 8
        color: root.checked ? Theme.accent : Theme.surface
        border.width: root.checked ? 0 : 2
        border.color: Theme.ink3

        Icon {
            anchors.centerIn: parent
            name: "check"
            size: 18
            color: Theme.accentInk
            visible: root.checked
        }
        FocusRing {
            shown: root.visualFocus
            around: 8
        }
    }
    contentItem: Words {
        text: root.text
        lines: 0
        leftPadding: 38
        Accessible.ignored: true
    }
}
