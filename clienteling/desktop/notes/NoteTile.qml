import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

Tile {
    id: tile

    required property string id
    required property string name
    required property string author
    required property string time
    required property string word
    required property string tone
    required property bool discreet
    required text
    // on a page about one person her name would be said again in every tile
    property bool named: true

    objectName: "note-" + id
    padding: 14
    ListView.onPooled: visible = false // as in ListRow
    ListView.onReused: visible = true

    ColumnLayout {
        spacing: 6

        RowLayout {
            spacing: Theme.space2

            Body {
                Layout.fillWidth: true
                Layout.maximumWidth: Math.ceil(implicitWidth)
                strong: true
                text: tile.named ? tile.name : tile.author
            }
            Chip {
                visible: tile.tone !== "neutral"
                tone: tile.tone
                text: tile.word
            }
            Chip {
                visible: tile.discreet
                icon: "lock"
                text: qsTr("Private")
            }
            Item {
                Layout.fillWidth: true
            }
            Caption {
                small: true
                text: tile.named ? tile.author + " · " + tile.time : tile.time
            }
        }
        Caption {
            Layout.fillWidth: true
            lines: 2
            text: tile.text
        }
    }
}
