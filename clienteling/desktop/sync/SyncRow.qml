import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

ListRow {
    id: row

    required property string op
    required property string word
    required property string tone
    required property string icon
    required property string time
    required property bool blocked
    required property var sides
    required property var entries
    required title
    required detail

    signal decisionWanted

    interactive: false
    detailLines: Theme.wide ? 1 : 2
    leading: Rectangle {
        implicitWidth: 40
        implicitHeight: 40
        radius: Theme.radiusPicture
        color: Theme.raised

        Icon {
            anchors.centerIn: parent
            name: row.icon
            size: 20
            color: row.tone === "warn" ? Theme.ink2 : Theme.toneInk(row.tone)
        }
    }

    AppButton {
        objectName: "decide"
        visible: row.blocked
        kind: "primary"
        text: qsTr("Decide")
        onClicked: row.decisionWanted()
    }
    Chip {
        visible: !row.blocked
        tone: row.tone
        text: row.word
    }
    Figure {
        Layout.preferredWidth: Math.round(46 * Theme.textScale)
        horizontalAlignment: Text.AlignRight
        size: Theme.small
        strong: false
        color: Theme.ink2
        text: row.time
    }
}
