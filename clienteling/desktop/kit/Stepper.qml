import QtQuick
import QtQuick.Layouts

// How many. It asks for one more or one fewer; the number is its owner's.
Rectangle {
    id: root

    property int value: 1
    property int minimum: 0
    property int maximum: 99
    required property string label

    signal stepped(int delta)

    implicitWidth: Theme.touch * 2 + 36
    implicitHeight: Theme.touch
    radius: Theme.radiusButton
    color: Theme.raised
    border.width: 1
    border.color: Theme.line

    RowLayout {
        anchors.fill: parent
        spacing: 0

        IconButton {
            objectName: "fewer"
            icon: root.value <= 1 && root.minimum === 0 ? "trash-2" : "minus"
            iconSize: 18
            label: icon === "minus" ? qsTr("One fewer: %1").arg(root.label) : qsTr("Remove: %1").arg(root.label)
            enabled: root.value > root.minimum
            onClicked: root.stepped(-1)
        }
        Figure {
            Layout.fillWidth: true
            text: root.value
            horizontalAlignment: Text.AlignHCenter
            Accessible.name: qsTr("%1 of %2").arg(root.value).arg(root.label)
        }
        IconButton {
            objectName: "more"
            icon: "plus"
            iconSize: 18
            label: qsTr("One more: %1").arg(root.label)
            enabled: root.value < root.maximum
            onClicked: root.stepped(1)
        }
    }
}
