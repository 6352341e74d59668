pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

Item {
    id: page

    required property SyncViewModel model

    GridLayout {
        anchors { fill: parent; leftMargin: Theme.margin; rightMargin: Theme.margin; bottomMargin: Theme.margin }
        columns: Theme.wide ? 2 : 1
        columnSpacing: Theme.space4
        rowSpacing: Theme.space4

        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true
            padding: 20

            ColumnLayout {
                spacing: 0

                RowLayout {
                    Layout.preferredHeight: Math.round(26 * Theme.textScale)
                    Layout.bottomMargin: Theme.space3
                    spacing: Theme.space2

                    Heading {
                        Layout.fillWidth: true
                        level: 3
                        text: qsTr("What this tablet still has to tell")
                    }
                    Chip {
                        objectName: "waitingChip"
                        visible: page.model.waiting > 0
                        tone: "warn"
                        text: qsTr("%n waiting", "", page.model.waiting)
                    }
                    Chip {
                        objectName: "needsYouChip"
                        visible: page.model.needsYou > 0
                        tone: "bad"
                        text: qsTr("%n needs you", "", page.model.needsYou)
                    }
                }
                Divider {
                    Layout.fillWidth: true
                }
                Item {
                    Layout.fillWidth: true
                    Layout.fillHeight: true

                    RowList {
                        anchors.fill: parent
                        visible: page.model.listState === "rows"
                        model: page.model.items
                        Accessible.name: qsTr("What this tablet still has to tell")
                        delegate: SyncRow {
                            id: row

                            width: ListView.view.width
                            onDecisionWanted: decision.ask(row)
                        }
                    }
                    ListState {
                        anchors.fill: parent
                        icon: "check-check"
                        state: page.model.listState
                        onRetry: page.model.retry()
                        sentence: qsTr("Nothing is waiting. What you do while offline is listed here until central has it.")
                    }
                }
            }
        }

        SyncAside {
            Layout.alignment: Qt.AlignTop
            Layout.fillHeight: false
            Layout.fillWidth: !Theme.wide
            Layout.preferredWidth: Theme.wide ? 360 : -1
            model: page.model
        }
    }
    SyncDecision {
        id: decision

        model: page.model
    }
}
