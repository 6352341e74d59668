import QtQuick
import QtQuick.Templates as T

// A button that is only a sign; `label` is its name for people who cannot see it, and it must have one.
FocusScope {
    id: root

    property string icon
    required property string label
    property string tone: ""
    property bool filled: false
    property bool checked: false
    property int size: Theme.touch
    property int iconSize: 22
    property color ink: tone !== "" ? Theme.toneInk(tone) : checked ? Theme.accent : Theme.ink

    signal clicked

    implicitWidth: size
    implicitHeight: size
    opacity: enabled ? 1 : 0.4

    T.AbstractButton {
        id: button

        anchors.fill: parent
        focus: true
        text: root.label
        autoRepeat: false
        onClicked: root.clicked()
        Keys.onReturnPressed: click()
        Keys.onEnterPressed: click()

        background: Rectangle {
            radius: Theme.radiusButton
            color: root.checked ? Theme.accentSoft : root.filled ? Theme.raised : "transparent"
            border.width: root.filled ? 1 : 0
            border.color: Theme.line

            Rectangle {
                anchors.fill: parent
                radius: parent.radius
                color: button.pressed ? Theme.pressed : Theme.hovered
                visible: button.pressed || button.hovered
            }
            FocusRing {
                shown: button.visualFocus
                around: parent.radius - 3
                anchors.margins: 0
            }
        }
        contentItem: Icon {
            name: root.icon
            color: root.ink
            size: root.iconSize
        }
    }
}
