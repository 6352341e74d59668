import QtQuick
import clienteling.desktop.kit

Tile {
    id: key

    objectName: "key-" + text
    implicitWidth: 92
    implicitHeight: 72
    opacity: enabled ? 1 : 0.5

    Heading {
        anchors.centerIn: parent
        level: 2
        text: key.text
    }
}
