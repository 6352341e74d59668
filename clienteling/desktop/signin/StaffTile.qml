import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

Tile {
    id: tile

    required property string id
    required property string name
    required property string initials
    required property string roleName
    readonly property string staff: id

    objectName: "staff-" + name
    implicitWidth: Math.round(148 * Theme.textScale)
    implicitHeight: implicitWidth
    text: name + ", " + roleName

    contentItem: ColumnLayout {
        spacing: Theme.space2

        Avatar {
            Layout.alignment: Qt.AlignHCenter
            size: 56
            initials: tile.initials
        }
        Body {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            strong: true
            text: tile.name
        }
        Caption {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            text: tile.roleName
        }
    }
}
