pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// What is noted about her, newest first, and the way to write more.
ColumnLayout {
    id: panel

    required property NotesViewModel model

    signal noteOpened(string note)

    spacing: Theme.space2

    RowLayout {
        spacing: Theme.space3

        Caption {
            Layout.fillWidth: true
            lines: 0
            text: qsTr("Nothing noted yet. What you write here helps whoever serves her next.")
            visible: panel.model.hersState === "empty"
        }
        Item {
            Layout.fillWidth: true
            visible: panel.model.hersState !== "empty"
        }
        AppButton {
            objectName: "addNote"
            icon: "notebook-pen"
            text: qsTr("Add a note")
            onClicked: sheet.write(panel.model.customer)
        }
    }
    Repeater {
        model: panel.model.hersState === "rows" ? panel.model.hers : null

        NoteTile {
            Layout.fillWidth: true
            named: false
            onClicked: panel.noteOpened(id)
        }
    }
    ListState {
        Layout.fillWidth: true
        rows: 2
        state: panel.model.hersState === "empty" ? "rows" : panel.model.hersState
        onRetry: panel.model.retry()
    }
    NoteSheet {
        id: sheet

        model: panel.model
    }
}
