import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import clienteling.desktop.kit

// The window of an app that cannot start: what that means for whoever stands here, and why, for whoever can mend it.
ApplicationWindow {
    id: root

    required property string why

    width: 720
    height: 420
    minimumWidth: 360
    minimumHeight: 320
    visible: true
    color: Theme.canvas
    title: "Clienteling"

    Binding { target: Theme; property: "width"; value: root.width }
    ColumnLayout {
        anchors { fill: parent; margins: Theme.margin }
        spacing: Theme.space4

        Heading {
            Layout.fillWidth: true
            level: 1
            lines: 0
            text: qsTr("This tablet cannot start")
        }
        Body {
            Layout.fillWidth: true
            lines: 0
            text: qsTr("Nothing is lost. Take another tablet, and show this to whoever looks after yours.")
        }
        Scroll {
            Layout.fillWidth: true
            Layout.fillHeight: true

            Caption {
                Layout.fillWidth: true
                lines: 0
                text: root.why
            }
        }
        AppButton {
            Layout.alignment: Qt.AlignRight
            text: qsTr("Close")
            kind: "primary"
            focus: true
            onClicked: root.close()
        }
    }
}
