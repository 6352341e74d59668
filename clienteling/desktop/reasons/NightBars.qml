pragma ComponentBehavior: Bound
import QtQuick
import clienteling.desktop.kit

// The last nights of learning side by side: a bar for what was learned, a line for the plain rules.
Row {
    id: bars

    required property QtObject model
    readonly property int most: 14

    height: 96
    spacing: 6
    Accessible.role: Accessible.List
    Accessible.name: qsTr("The last nights")

    Repeater {
        model: bars.model

        Item {
            id: night

            required property string words
            required property real ours
            required property real plain
            required property bool used

            width: (bars.width - (bars.most - 1) * bars.spacing) / bars.most
            height: bars.height
            Accessible.role: Accessible.ListItem
            Accessible.name: words

            Rectangle {
                anchors.bottom: parent.bottom
                width: parent.width
                height: Math.max(4, parent.height * night.ours)
                radius: 4
                color: night.used ? Theme.accent : Theme.accentSoft
            }
            Rectangle {
                y: Math.min(parent.height - 2, parent.height * (1 - night.plain))
                width: parent.width
                height: 2
                color: Theme.ink
            }
        }
    }
}
