import QtQuick
import QtQuick.Layouts
import clienteling.desktop.customers
import clienteling.desktop.kit

// Whom to tell of a product: people of this store who allow it, the likeliest first, each with a reason.
Item {
    id: page

    required property AudienceViewModel model
    readonly property Item results: list

    ColumnLayout {
        anchors { fill: parent; leftMargin: Theme.margin; rightMargin: Theme.margin; bottomMargin: Theme.margin }
        spacing: Theme.space3

        AudienceHead {
            Layout.fillWidth: true
            model: page.model
        }
        Notice {
            objectName: "saved-audience"
            Layout.fillWidth: true
            tone: "ok"
            icon: "check"
            text: page.model.saved
        }
        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true
            topPadding: Theme.space2
            bottomPadding: Theme.space2

            Item {
                ClientList {
                    id: list

                    objectName: "audience"
                    anchors.fill: parent
                    visible: page.model.state === "rows"
                    detailLines: 2
                    model: page.model.rows
                    onOpened: customer => page.model.choose(customer)
                }
                ListState {
                    anchors.fill: parent
                    icon: "users"
                    rows: 6
                    state: page.model.state
                    sentence: page.model.sentence
                    action: page.model.mayAsk ? qsTr("Ask again") : ""
                    onRetry: page.model.retry()
                    onActed: page.model.ask()
                }
            }
        }
    }
}
