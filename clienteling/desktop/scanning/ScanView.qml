import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// What the camera sees, with a frame to aim by; a sentence when it sees nothing.
Rectangle {
    id: root

    required property ScanningViewModel model
    readonly property bool seeing: root.model.cameraState === "on"

    implicitHeight: 236
    radius: Theme.radiusCard
    color: Theme.raised
    border.width: 1
    border.color: Theme.line
    clip: true
    Component.onCompleted: root.model.paintOn(root)
    Accessible.role: Accessible.Graphic
    Accessible.name: root.seeing ? qsTr("What the camera sees") : root.model.cameraSentence

    Image {
        anchors { fill: parent; margins: 1 }
        visible: root.seeing
        fillMode: Image.PreserveAspectCrop
        mirror: root.model.lens.mirrored
        cache: false
        source: root.model.frame > 0 ? "image://camera/" + root.model.frame : ""
        Accessible.ignored: true
    }
    Rectangle {
        anchors.centerIn: parent
        width: Math.min(parent.width - 96, 340)
        height: 120
        visible: root.seeing
        radius: Theme.radiusPicture
        color: "transparent"
        border.width: 3
        border.color: Theme.accent
    }
    IconButton {
        objectName: "torch"
        anchors { right: parent.right; bottom: parent.bottom; margins: Theme.space2 }
        visible: root.seeing && root.model.lens.torch
        filled: true
        checked: root.model.lens.lit
        icon: "zap"
        label: root.model.lens.lit ? qsTr("Light off") : qsTr("Light on")
        onClicked: root.model.lens.light(!root.model.lens.lit)
    }
    ColumnLayout {
        anchors.centerIn: parent
        width: parent.width - 64
        visible: !root.seeing
        spacing: Theme.space3

        Icon {
            Layout.alignment: Qt.AlignHCenter
            name: "camera"
            size: 32
        }
        Body {
            objectName: "cameraSentence"
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            text: root.model.cameraSentence
            lines: 0
            soft: true
        }
        AppButton {
            objectName: "startCamera"
            Layout.alignment: Qt.AlignHCenter
            visible: text !== ""
            icon: "camera"
            text: root.model.lens.wayOn
            onClicked: root.model.startCamera()
        }
    }
}
