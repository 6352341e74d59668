import QtQuick
import clienteling.desktop.kit
import clienteling.desktop.signin

// Nobody is known yet: the way in, and nothing of the shop behind it.
Rectangle {
    id: root

    required property SigninViewModel model

    signal scanWanted

    color: Theme.canvas

    SigninPage {
        objectName: "signin"
        anchors.fill: parent
        anchors.margins: Theme.margin
        focus: true
        model: root.model
        onScanWanted: root.scanWanted()
    }
}
