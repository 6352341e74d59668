pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

Card {
    id: desk

    required property NotesViewModel model
    readonly property var note: model.chosen

    signal back
    signal customerOpened(string customer)

    ColumnLayout {
        spacing: Theme.space4
        visible: desk.note.id !== undefined

        RowLayout {
            spacing: Theme.space3

            IconButton {
                visible: !Theme.wide
                icon: "arrow-left"
                label: qsTr("Back to the list")
                onClicked: desk.back()
            }
            Avatar {
                size: 48
                initials: desk.note.initials ?? ""
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 2

                Heading {
                    Layout.fillWidth: true
                    level: 3
                    text: desk.note.name ?? ""
                }
                Caption {
                    Layout.fillWidth: true
                    text: qsTr("Note by %1 · %2 · %3").arg(desk.note.author ?? "").arg(desk.note.time ?? "").arg(desk.note.discreet ? qsTr("for the author and managers") : qsTr("visible to the store team"))
                }
            }
            Chip {
                tone: desk.note.tone ?? "neutral"
                text: desk.note.word ?? ""
            }
        }
        Rectangle {
            Layout.fillWidth: true
            Layout.preferredHeight: wording.implicitHeight + 2 * Theme.space4
            color: Theme.raised
            radius: Theme.radiusButton

            Body {
                id: wording

                anchors.fill: parent
                anchors.margins: Theme.space4
                lines: 0
                font.pixelSize: Theme.subtitle
                text: desk.note.text ?? ""
            }
        }
        Notice {
            Layout.fillWidth: true
            visible: (desk.note.reason ?? "") !== ""
            tone: "warn"
            icon: "message-circle-warning"
            text: desk.note.reason ?? ""
        }
        SectionTitle {
            Layout.fillWidth: true
            text: qsTr("History")
        }
        Repeater {
            model: desk.note.history ?? []

            RowLayout {
                id: step

                required property var modelData

                spacing: Theme.space4

                Caption {
                    Layout.preferredWidth: 110
                    text: step.modelData.when
                }
                Caption {
                    Layout.fillWidth: true
                    text: step.modelData.what
                }
            }
        }
        AppButton {
            kind: "quiet"
            icon: "user"
            text: qsTr("Open the client's page")
            onClicked: desk.customerOpened(desk.note.customer)
        }
        Item {
            Layout.fillHeight: true
        }
        NoteDecision {
            Layout.fillWidth: true
            visible: desk.note.canReview === true
            note: desk.note.id ?? ""
            onDecided: (verdict, reason) => desk.model.decide(desk.note.id, verdict, reason)
        }
        RowLayout {
            visible: desk.note.mine === true
            spacing: Theme.space3

            AppButton {
                objectName: "rewordNote"
                icon: "pencil"
                text: qsTr("Reword")
                onClicked: sheet.edit(desk.note.id, desk.note.wording)
            }
            AppButton {
                objectName: "deleteNote"
                kind: "danger"
                icon: "trash-2"
                text: qsTr("Delete")
                onClicked: desk.model.remove(desk.note.id)
            }
        }
    }
    NoteSheet {
        id: sheet

        model: desk.model
    }
}
