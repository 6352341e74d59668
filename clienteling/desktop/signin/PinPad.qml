pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

ColumnLayout {
    id: pad

    required property int digits
    required property string problem
    required property bool ready

    signal pressed(string digit)
    signal erased
    signal scanWanted

    spacing: Theme.space2

    Item {
        Layout.preferredWidth: 300
        Layout.preferredHeight: Math.round(36 * Theme.textScale)
        Layout.alignment: Qt.AlignHCenter

        Row {
            anchors.centerIn: parent
            visible: pad.problem === ""
            spacing: 14
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("%1 of 6 digits").arg(pad.digits)

            Repeater {
                model: 6

                Rectangle {
                    required property int index

                    width: 14
                    height: 14
                    radius: 7
                    color: index < pad.digits ? Theme.accent : Theme.line
                }
            }
        }
        // in the place of the dots, so that no key moves under a finger
        Caption {
            anchors.fill: parent
            visible: pad.problem !== ""
            horizontalAlignment: Text.AlignHCenter
            lines: 2
            strong: true
            color: Theme.bad
            text: pad.problem
        }
    }
    GridLayout {
        columns: 3
        columnSpacing: Theme.space3
        rowSpacing: Theme.space3

        Repeater {
            model: ["1", "2", "3", "4", "5", "6", "7", "8", "9"]

            PinKey {
                required property string modelData

                enabled: pad.ready
                text: modelData
                onClicked: pad.pressed(modelData)
            }
        }
        IconButton {
            Layout.alignment: Qt.AlignCenter
            icon: "scan-line"
            label: qsTr("Scan a badge")
            onClicked: pad.scanWanted()
        }
        PinKey {
            enabled: pad.ready
            text: "0"
            onClicked: pad.pressed("0")
        }
        IconButton {
            Layout.alignment: Qt.AlignCenter
            icon: "delete"
            label: qsTr("Erase the last digit")
            onClicked: pad.erased()
        }
    }
}
