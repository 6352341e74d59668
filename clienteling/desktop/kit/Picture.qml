import QtQuick

// A product's picture, or a calm place for it until it arrives. The corners are cut by the provider.
Item {
    id: root

    property string product
    property string icon: "package"
    property string label
    property int radius: Theme.radiusPicture
    readonly property int version: Pictures.version(product, Pictures.revision)
    readonly property bool shown: image.status === Image.Ready && image.implicitWidth > 1
    readonly property string size: "?w=" + Math.ceil(width * Screen.devicePixelRatio)
        + "&h=" + Math.ceil(height * Screen.devicePixelRatio) + "&r=" + Math.ceil(radius * Screen.devicePixelRatio)

    implicitWidth: 52
    implicitHeight: 52
    Accessible.role: Accessible.Graphic
    Accessible.name: label
    Accessible.ignored: label === ""

    Rectangle {
        anchors.fill: parent
        radius: root.radius
        color: Theme.dark ? Theme.raised : Theme.canvas
        visible: !root.shown

        Icon {
            anchors.centerIn: parent
            name: root.icon
            color: Theme.ink3
            size: Math.max(18, Math.min(40, root.height * 0.36))
        }
    }
    Image {
        id: image

        anchors.fill: parent
        source: root.product === "" || root.width < 1 || root.height < 1 ? ""
            : "image://picture/" + encodeURIComponent(root.product) + root.size + "&v=" + root.version
        visible: root.shown
        Accessible.ignored: true
    }
}
