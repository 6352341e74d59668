pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// Who is found by what is typed at the top; before that whom one knows: opened lately, mine, the store's, everybody.
Item {
    id: page

    required property CustomersViewModel model
    readonly property FoundViewModel found: model.found
    readonly property Item results: list
    readonly property bool seeking: found.query !== ""
    readonly property string listState: seeking ? found.state : model.state

    ColumnLayout {
        anchors { fill: parent; leftMargin: Theme.margin; rightMargin: Theme.margin; bottomMargin: Theme.margin }
        spacing: Theme.space3

        ClientsHead {
            Layout.fillWidth: true
            model: page.model
            onNewWanted: sheet.open()
        }
        RecentClients {
            Layout.fillWidth: true
            visible: !page.seeking && count > 0
            model: page.model.recent
            onOpened: customer => page.model.open(customer)
        }
        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true
            topPadding: Theme.space2
            bottomPadding: Theme.space2

            ColumnLayout {
                spacing: 0

                Item {
                    Layout.fillWidth: true
                    Layout.fillHeight: true

                    ClientList {
                        id: list

                        objectName: page.seeking ? "hits" : "people"
                        anchors.fill: parent
                        visible: page.listState === "rows"
                        model: page.seeking ? page.found.hits : page.model.people
                        fetching: page.found.fetching
                        onOpened: customer => page.model.open(customer)
                    }
                    ListState {
                        objectName: "state"
                        anchors.fill: parent
                        icon: page.seeking ? "search" : "users"
                        rows: 6
                        state: page.listState
                        sentence: page.seeking ? page.found.sentence : page.model.sentence
                        action: qsTr("New client")
                        onRetry: page.seeking ? page.found.retry() : page.model.retry()
                        onActed: sheet.open()
                    }
                }
                AppButton {
                    objectName: "notes-found"
                    Layout.fillWidth: true
                    visible: page.seeking && page.found.noteCount > 0
                    kind: "quiet"
                    icon: "notebook-pen"
                    text: qsTr("%n notes have these words", "", page.found.noteCount)
                    onClicked: page.model.notesWanted(page.found.query)
                }
                Caption {
                    objectName: "hint"
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.space2
                    Layout.bottomMargin: Theme.space1
                    visible: page.seeking && text !== "" && page.listState === "rows"
                    lines: 2
                    text: page.found.hint
                }
            }
        }
    }
    CreateSheet {
        id: sheet

        model: page.model.newClient
    }
}
