import QtQuick
import QtQuick.Layouts

// A word about a thing: a state, a tier, a place. It is read, not pressed.
Rectangle {
    id: root

    property string text
    property string tone: "neutral"
    property string icon

    implicitWidth: row.implicitWidth + 22
    implicitHeight: Math.round(26 * Theme.textScale)
    radius: height / 2
    color: Theme.toneSoft(tone)
    border.width: tone === "neutral" ? 1 : 0
    border.color: Theme.line
    visible: text !== ""
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    RowLayout {
        id: row

        anchors.centerIn: parent
        width: Math.min(implicitWidth, root.width - 16)
        spacing: 6

        Icon {
            name: root.icon
            color: Theme.toneInk(root.tone)
            size: 15
        }
        Words {
            Layout.fillWidth: true
            text: root.text
            color: Theme.toneInk(root.tone)
            font.pixelSize: Theme.tiny
            font.weight: Font.DemiBold
            font.features: ({ "tnum": 1 })
            Accessible.ignored: true
        }
    }
}
