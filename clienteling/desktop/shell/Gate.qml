import QtQuick
import clienteling.desktop.kit
import clienteling.desktop.signin

// Nobody is known yet: the way in, and nothing of the shop behind it.
Rectangle {
    id: root

    required property SigninViewModel model
    required property Standing standing

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
    StandingNotice {
        anchors { top: parent.top; horizontalCenter: parent.horizontalCenter; topMargin: Theme.margin }
        width: Math.min(720, parent.width - 2 * Theme.margin)
        standing: root.standing
    }
}
