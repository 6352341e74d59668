import QtQuick

// How many things to act on; nothing at zero.
Rectangle {
    id: root

    property int count: 0
    property string tone: "bad"
    property string label

    implicitWidth: Math.max(height, words.implicitWidth + 10)
    implicitHeight: Math.round(18 * Theme.textScale)
    radius: height / 2
    color: Theme.toneInk(tone)
    visible: count > 0
    Accessible.role: Accessible.StaticText
    Accessible.name: label === "" ? words.text : label

    Words {
        id: words

        anchors.centerIn: parent
        text: root.count > 99 ? "99+" : root.count
        color: Theme.dark ? Theme.canvas : Theme.badInk
        font.pixelSize: Theme.tiny
        font.weight: Font.Bold
        font.features: ({ "tnum": 1 })
        Accessible.ignored: true
    }
}
