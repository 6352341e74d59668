pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// One note to read, and what this person may do about it.
Card {
    id: desk

    required property NotesViewModel model
    readonly property var note: model.noteState === "rows" ? model.chosen : ({})

    signal back
    signal customerOpened(string customer)

    padding: Theme.wide ? Theme.space5 : Theme.space4

    ColumnLayout {
        spacing: Theme.space4

        IconButton {
            visible: !Theme.wide && desk.note.id === undefined
            icon: "arrow-left"
            label: qsTr("Back to the list")
            onClicked: desk.back()
        }
        NoteHead {
            Layout.fillWidth: true
            visible: desk.note.id !== undefined
            note: desk.note
            onBack: desk.back()
            onCustomerWanted: desk.customerOpened(desk.note.customer)
        }
        Scroll {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: desk.note.id !== undefined

            Card {
                Layout.fillWidth: true
                flat: true
                padding: 18

                Body {
                    lines: 0
                    soft: desk.note.wording === ""
                    font.pixelSize: Theme.subtitle
                    text: desk.note.text ?? ""
                }
            }
            Notice {
                Layout.fillWidth: true
                tone: desk.note.tone ?? "warn"
                icon: "message-circle-warning"
                text: desk.note.reason ?? ""
            }
            NoteHistory {
                Layout.fillWidth: true
                steps: desk.note.history ?? []
            }
        }
        ListState {
            Layout.fillWidth: true
            Layout.fillHeight: true
            icon: "notebook-pen"
            state: desk.model.noteState
            onRetry: desk.model.retryNote()
            sentence: qsTr("The note you choose is shown here.")
        }
        NoteDecision {
            Layout.fillWidth: true
            Layout.maximumWidth: 720
            visible: desk.note.canReview === true
            note: desk.note.id ?? ""
            onDecided: (verdict, reason) => desk.model.decide(desk.note.id, verdict, reason)
        }
        RowLayout {
            Layout.maximumWidth: 720
            visible: desk.note.mine === true
            spacing: Theme.space3

            AppButton {
                objectName: "rewordNote"
                Layout.fillWidth: true
                icon: "pencil"
                kind: desk.note.tone === "warn" ? "primary" : "plain"
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
