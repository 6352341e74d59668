import QtQuick
import QtQuick.Templates as T

// How far down you are; seen only while moving.
T.ScrollBar {
    id: root

    implicitWidth: 8
    padding: 2
    minimumSize: 0.06
    visible: size < 1
    Accessible.ignored: true

    contentItem: Rectangle {
        implicitWidth: 4
        radius: 2
        color: Theme.ink3
        opacity: root.active ? 0.7 : 0

        Behavior on opacity {
            NumberAnimation { duration: Theme.calm }
        }
    }
}
