pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

ColumnLayout {
    id: column

    required property NotesViewModel model
    readonly property alias results: list

    signal chosen(string id)

    spacing: Theme.space3

    Flow {
        Layout.fillWidth: true
        spacing: Theme.space2

        FilterChip {
            objectName: "tabReview"
            visible: column.model.manager
            text: qsTr("To review %1").arg(column.model.toReview)
            checked: column.model.tab === "review"
            onClicked: column.model.show("review")
        }
        FilterChip {
            objectName: "tabAll"
            text: qsTr("All")
            checked: column.model.tab === "all"
            onClicked: column.model.show("all")
        }
        FilterChip {
            objectName: "tabMine"
            text: column.model.returned > 0 ? qsTr("My notes · %1 to reword").arg(column.model.returned) : qsTr("My notes")
            checked: column.model.tab === "mine"
            onClicked: column.model.show("mine")
        }
    }
    Item {
        Layout.fillWidth: true
        Layout.fillHeight: true

        RowList {
            id: list

            anchors.fill: parent
            visible: column.model.state === "rows"
            spacing: 10
            Accessible.name: qsTr("Notes")
            model: column.model.list
            delegate: NoteTile {
                width: ListView.view.width
                selected: Theme.wide && column.model.chosen.id === id
                onClicked: column.chosen(id)
            }
        }
        ListState {
            anchors.fill: parent
            icon: "notebook-pen"
            state: column.model.state
            onRetry: column.model.retry()
            sentence: column.model.words ? qsTr("No note has these words.") : column.model.tab === "review" ? qsTr("No note waits for you. New ones appear here as the team writes them.") : qsTr("Notes appear here once somebody writes one on a client's page.")
        }
    }
}
