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
    required title
    required detail

    signal resent(string op)
    signal letGo(string op)

    interactive: false
    leading: Icon {
        name: row.icon
        color: Theme.toneInk(row.tone)
    }

    AppButton {
        visible: row.blocked
        kind: "primary"
        text: qsTr("Send again")
        onClicked: row.resent(row.op)
    }
    AppButton {
        visible: row.blocked
        text: qsTr("Let it go")
        onClicked: row.letGo(row.op)
    }
    Chip {
        visible: !row.blocked
        tone: row.tone
        text: row.word
    }
    Figure {
        Layout.preferredWidth: 56
        horizontalAlignment: Text.AlignRight
        size: Theme.small
        text: row.time
    }
}
