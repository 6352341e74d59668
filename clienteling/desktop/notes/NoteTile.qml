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

    contentItem: ColumnLayout {
        spacing: Theme.space1

        RowLayout {
            spacing: Theme.space2

            Body {
                Layout.fillWidth: true
                strong: true
                text: tile.name
            }
            Caption {
                text: tile.author + " · " + tile.time
            }
        }
        Caption {
            Layout.fillWidth: true
            lines: 2
            text: tile.text
        }
        RowLayout {
            spacing: Theme.space2

            Chip {
                tone: tile.tone
                text: tile.word
            }
            Chip {
                visible: tile.discreet
                icon: "lock"
                text: qsTr("Private")
            }
        }
    }
}
