import QtQuick
import clienteling.desktop.kit

// The end of her page: the foot of the history, what it says when it is empty, or the notes.
Item {
    id: foot

    required property ClientbookViewModel model
    required property int tab
    readonly property bool bare: tab === 0 && model.historyState !== "rows"

    signal noteOpened(string note)

    implicitHeight: sheet.height + Theme.margin

    HistorySheet {
        id: sheet

        width: parent.width
        height: foot.bare ? Math.max(150, state.implicitHeight) : notes.visible ? notes.implicitHeight + Theme.space4 : Theme.radiusCard
        closing: true

        ListState {
            id: state

            anchors { fill: parent; leftMargin: Theme.space4; rightMargin: Theme.space4 }
            icon: "history"
            rows: 3
            state: foot.bare ? foot.model.historyState : "rows"
            sentence: foot.model.phase + foot.model.channel === ""
                ? qsTr("Nothing happened yet. What is viewed, bought and returned will stand here.")
                : qsTr("Nothing of this kind happened yet.")
            onRetry: foot.model.retryHistory()
        }
        Beside {
            id: notes

            anchors { left: parent.left; right: parent.right; leftMargin: Theme.space4; rightMargin: Theme.space4 }
            shown: foot.tab === 1 && foot.model.notes !== null
            file: "../notes/NotesPanel.qml"
            model: foot.model.notes
            onNoteOpened: note => foot.noteOpened(note)
        }
    }
}
