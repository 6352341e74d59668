import QtQuick
import QtQuick.Templates as T

// On or off, at once. Without `text` beside it, `label` is its name.
T.Switch {
    id: root

    property string label: text

    Accessible.name: label
    implicitWidth: text === "" ? 48 : implicitContentWidth
    implicitHeight: Theme.touch
    spacing: Theme.space3
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    indicator: Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        x: root.width - width
        width: 48
        height: 28
        radius: 14
        color: root.checked ? Theme.accent : Theme.line
        opacity: root.enabled ? 1 : 0.45

        Rectangle {
            x: root.checked ? parent.width - width - 3 : 3
            anchors.verticalCenter: parent.verticalCenter
            width: 22
            height: 22
            radius: 11
            color: root.checked ? Theme.accentInk : Theme.surface

            Behavior on x {
                NumberAnimation { duration: Theme.quick }
            }
        }
        FocusRing {
            shown: root.visualFocus
            around: 14
        }
    }
    contentItem: Words {
        text: root.text
        rightPadding: 60
        Accessible.ignored: true
    }
}
