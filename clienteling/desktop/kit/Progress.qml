pragma ComponentBehavior: Bound
import QtQuick

// How far along: a line, or `steps` blocks.
Item {
    id: root

    property real value: 0
    property int steps: 0
    property string label

    implicitWidth: 160
    implicitHeight: 8
    Accessible.role: Accessible.ProgressBar
    Accessible.name: label

    Rectangle {
        anchors.fill: parent
        radius: height / 2
        color: Theme.line
        visible: root.steps === 0

        Rectangle {
            width: Math.max(height, parent.width * Math.min(1, root.value))
            height: parent.height
            radius: height / 2
            color: Theme.accent
            visible: root.value > 0

            Behavior on width {
                NumberAnimation { duration: Theme.quick }
            }
        }
    }
    Row {
        spacing: 4
        visible: root.steps > 0

        Repeater {
            model: root.steps

            Rectangle {
                required property int index

                width: (root.width - 4 * (root.steps - 1)) / root.steps
                height: root.height
                radius: height / 2
                color: index < Math.round(root.value * root.steps) ? Theme.accent : Theme.line
            }
        }
    }
}
