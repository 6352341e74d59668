pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// Who is found by what is typed at the top; before that whom one knows: opened lately, mine, the store's, everybody.
Item {
    id: page

    required property CustomersViewModel model
    readonly property bool seeking: model.query !== ""

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
                        objectName: page.seeking ? "hits" : "people"
                        anchors.fill: parent
                        visible: page.model.state === "rows"
                        model: page.seeking ? page.model.hits : page.model.people
                        fetching: page.model.fetching
                        onOpened: customer => page.model.open(customer)
                    }
                    ListState {
                        objectName: "state"
                        anchors.fill: parent
                        icon: page.seeking ? "search" : "users"
                        rows: 6
                        state: page.model.state
                        sentence: page.model.sentence
                        action: qsTr("New client")
                        onActed: sheet.open()
                    }
                }
                AppButton {
                    objectName: "notes-found"
                    Layout.fillWidth: true
                    visible: page.seeking && page.model.noteCount > 0
                    kind: "quiet"
                    icon: "notebook-pen"
                    text: qsTr("%n notes have these words", "", page.model.noteCount)
                    onClicked: page.model.notesWanted(page.model.query)
                }
                Caption {
                    objectName: "hint"
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.space2
                    Layout.bottomMargin: Theme.space1
                    visible: page.seeking && text !== "" && page.model.state === "rows"
                    lines: 2
                    text: page.model.hint
                }
            }
        }
    }
    CreateSheet {
        id: sheet

        model: page.model
    }
}
