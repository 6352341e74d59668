import QtQuick
import QtQuick.Layouts

// A calm strip inside the page that says what is different now, and perhaps what to do.
Rectangle {
    id: root

    property string text
    property string tone: "warn"
    property string icon: "info"
    property string action

    signal acted

    implicitWidth: 320
    implicitHeight: Math.max(Theme.touch, row.implicitHeight + 16)
    radius: Theme.radiusButton
    color: Theme.toneSoft(tone)
    visible: text !== ""
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    RowLayout {
        id: row

        anchors { fill: parent; leftMargin: 16; rightMargin: root.action === "" ? 16 : 4 }
        spacing: Theme.space3

        Icon {
            name: root.icon
            color: Theme.toneInk(root.tone)
            size: 20
        }
        Words {
            Layout.fillWidth: true
            text: root.text
            color: Theme.toneInk(root.tone)
            font.pixelSize: Theme.small
            lines: 0
            Accessible.ignored: true
        }
        AppButton {
            text: root.action
            kind: "quiet"
            visible: text !== ""
            onClicked: root.acted()
        }
    }
}
