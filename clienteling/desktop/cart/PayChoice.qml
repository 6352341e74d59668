import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// One way to pay.
Item {
    id: root

    property string icon
    property string text
    property bool chosen: false

    signal clicked

    Layout.fillWidth: true
    implicitHeight: Theme.touch
    implicitWidth: button.implicitWidth

    AppButton {
        id: button

        anchors.fill: parent
        icon: root.icon
        text: root.text
        onClicked: root.clicked()
    }
    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusButton
        color: "transparent"
        border.width: 2
        border.color: Theme.accent
        visible: root.chosen
    }
}
