import QtQuick

// A drawn sign from resources/icons, in any colour.
Item {
    id: root

    property string name
    property color color: Theme.ink2
    property real size: Theme.iconSize
    readonly property int pixels: Math.ceil(size * Screen.devicePixelRatio)

    implicitWidth: size
    implicitHeight: size
    visible: name !== ""
    Accessible.ignored: true

    Image {
        anchors.centerIn: parent
        width: root.size
        height: root.size
        source: root.name === "" ? "" : "image://icon/" + root.name + "/" + String(root.color).slice(-6)
        sourceSize: Qt.size(root.pixels, root.pixels)
        Accessible.ignored: true
    }
}
