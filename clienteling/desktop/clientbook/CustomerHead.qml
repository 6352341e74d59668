pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// Who she is, whether she is here, how she may be reached; her contact is masked until it is touched.
RowLayout {
    id: head

    required property ClientbookViewModel model

    signal notesWanted

    spacing: Theme.space4

    Avatar {
        Layout.alignment: Qt.AlignTop
        size: 64
        initials: head.model.initials
    }
    ColumnLayout {
        spacing: 0

        RowLayout {
            spacing: Theme.space2

            Heading {
                objectName: "name"
                Layout.fillWidth: true
                Layout.minimumWidth: Math.min(implicitWidth, 160)
                Layout.maximumWidth: Math.ceil(implicitWidth)
                text: head.model.name
            }
            Repeater {
                model: head.model.tags

                Tag {}
            }
            Item {
                Layout.fillWidth: true
            }
        }
        RowLayout {
            spacing: Theme.space2

            Figure {
                objectName: "contact"
                text: head.model.contact
                visible: text !== ""
                strong: head.model.revealed
                size: Theme.small
                color: head.model.revealed ? Theme.ink : Theme.ink2
            }
            IconButton {
                objectName: "reveal"
                size: 34
                iconSize: 18
                icon: head.model.revealed ? "eye" : "eye-off"
                label: qsTr("Show the contact for 15 seconds")
                visible: head.model.contact !== ""
                onClicked: head.model.reveal()
            }
            Consents {
                model: head.model.consents
            }
            Caption {
                Layout.fillWidth: true
                objectName: "whose"
                lines: 2
                text: [head.model.whose, head.model.asOf].filter(words => words !== "").join(" · ")
            }
        }
    }
    IconButton {
        objectName: "change"
        icon: "pencil"
        label: qsTr("Change the details")
        onClicked: head.model.change()
    }
    AppButton {
        objectName: "visit"
        icon: head.model.present ? "log-out" : "footprints"
        text: head.model.present ? qsTr("Has left") : qsTr("Is here")
        onClicked: head.model.toggleVisit()
    }
    AppButton {
        objectName: "note"
        icon: "notebook-pen"
        text: qsTr("Note")
        visible: head.model.notes !== null
        onClicked: head.notesWanted()
    }
}
