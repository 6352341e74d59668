import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// Whose note it is, who wrote it for whom, and where its review stands.
RowLayout {
    id: head

    required property var note

    signal back
    signal customerWanted

    spacing: Theme.space3

    IconButton {
        objectName: "back"
        visible: !Theme.wide
        icon: "arrow-left"
        label: qsTr("Back to the list")
        onClicked: head.back()
    }
    Avatar {
        size: 48
        initials: head.note.initials ?? ""
    }
    ColumnLayout {
        spacing: 2

        Heading {
            Layout.fillWidth: true
            level: 3
            text: head.note.name ?? ""
        }
        Caption {
            Layout.fillWidth: true
            lines: 2
            text: head.note.discreet ? qsTr("Note by %1 · %2 · for the author and managers").arg(head.note.author ?? "").arg(head.note.time ?? "") : qsTr("Note by %1 · %2 · visible to the store team").arg(head.note.author ?? "").arg(head.note.time ?? "")
        }
    }
    Chip {
        tone: head.note.tone ?? "neutral"
        text: head.note.word ?? ""
    }
    IconButton {
        objectName: "openCustomer"
        Layout.rightMargin: -12
        icon: "arrow-up-right"
        label: qsTr("Open the client's page")
        onClicked: head.customerWanted()
    }
}
