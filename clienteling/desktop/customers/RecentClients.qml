pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// The ten people opened last on this device.
ColumnLayout {
    id: root

    required property QtObject model
    readonly property int count: list.count

    signal opened(string customer)

    spacing: Theme.space2

    SectionTitle {
        text: qsTr("Opened lately")
    }
    ListView {
        id: list

        objectName: "recent"
        Layout.fillWidth: true
        Layout.preferredHeight: Math.round(100 * Theme.textScale)
        orientation: ListView.Horizontal
        cacheBuffer: 0 // as in RowList
        spacing: Theme.space2
        clip: true
        boundsBehavior: Flickable.DragOverBounds
        highlightFollowsCurrentItem: false
        model: root.model
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Opened lately")
        delegate: Tile {
            id: tile

            required property string id
            required property string name
            required property string initials
            required property int index

            objectName: "recent-" + index
            width: 104
            height: ListView.view.height
            padding: Theme.space2
            text: name
            onClicked: root.opened(id)

            ColumnLayout {
                anchors.fill: parent
                spacing: 6

                Avatar {
                    Layout.alignment: Qt.AlignHCenter
                    initials: tile.initials
                }
                Caption {
                    Layout.fillWidth: true
                    text: tile.name
                    strong: true
                    color: Theme.ink
                    horizontalAlignment: Text.AlignHCenter
                    Accessible.ignored: true
                }
            }
        }

        InSight { view: list }
    }
}
