import QtQuick
import clienteling.desktop.kit

// Takes a picture that is dropped anywhere over its parent.
DropArea {
    id: area

    required property ScanningViewModel model

    keys: ["text/uri-list"]
    onDropped: drop => {
        drop.accept(Qt.CopyAction);
        area.model.openPicture(drop.urls[0]);
    }

    Rectangle {
        anchors.fill: parent
        visible: area.containsDrag
        radius: Theme.radiusCard
        color: Theme.accentSoft
        border.width: 2
        border.color: Theme.accent

        Heading {
            anchors.centerIn: parent
            width: parent.width - 2 * Theme.space5
            horizontalAlignment: Text.AlignHCenter
            level: 3
            text: qsTr("Drop the picture here")
        }
    }
}
