import QtQuick

// Two letters of a person.
Rectangle {
    id: root

    property string initials
    property string tone: "accent"
    property real size: 44
    property bool solid: false

    implicitWidth: size
    implicitHeight: size
    radius: height / 2
    color: solid ? Theme.ink : Theme.toneSoft(tone)
    Accessible.ignored: true

    Words {
        anchors.centerIn: parent
        text: root.initials
        color: root.solid ? Theme.canvas : Theme.toneInk(root.tone)
        font.pixelSize: Math.round(root.size * 0.34)
        font.weight: Font.DemiBold
        Accessible.ignored: true
    }
}
