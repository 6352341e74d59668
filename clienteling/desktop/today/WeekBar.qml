import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// One day of the week: as high as its share of the best one.
ColumnLayout {
    id: root

    required property string name
    required property string amount
    required property real share
    required property bool today

    spacing: 6
    Accessible.role: Accessible.StaticText
    Accessible.name: root.amount === "" ? root.name : qsTr("%1: %2").arg(root.name).arg(root.amount)

    Item {
        Layout.fillWidth: true
        Layout.fillHeight: true

        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: Math.max(6, parent.height * root.share)
            radius: 6
            color: root.today ? Theme.accent : Theme.accentSoft
        }
    }
    Caption {
        Layout.fillWidth: true
        small: true
        strong: root.today
        text: root.name
        horizontalAlignment: Text.AlignHCenter
        Accessible.ignored: true
    }
}
