pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

Item {
    id: page

    required property SyncViewModel model

    GridLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.wide ? Theme.space5 : Theme.space4
        anchors.rightMargin: anchors.leftMargin
        anchors.bottomMargin: anchors.leftMargin
        columns: Theme.wide ? 2 : 1
        columnSpacing: Theme.space4
        rowSpacing: Theme.space4

        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.row: Theme.wide ? 0 : 1

            ColumnLayout {
                spacing: Theme.space3

                RowLayout {
                    spacing: Theme.space2

                    Heading {
                        Layout.fillWidth: true
                        level: 3
                        text: qsTr("What this tablet still has to tell")
                    }
                    Chip {
                        visible: page.model.waiting > 0
                        tone: "warn"
                        text: qsTr("%1 waiting").arg(page.model.waiting)
                    }
                    Chip {
                        visible: page.model.needsYou > 0
                        tone: "bad"
                        text: qsTr("%1 needs you").arg(page.model.needsYou)
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
                        model: page.model.items
                        delegate: SyncRow {
                            width: ListView.view.width
                            onResent: op => page.model.resend(op)
                            onLetGo: op => page.model.letGo(op)
                        }
                    }
                    ListState {
                        anchors.fill: parent
                        icon: "check"
                        state: page.model.loading ? "loading" : page.model.items.count === 0 ? "empty" : "rows"
                        sentence: qsTr("Nothing is waiting. What you do while offline is listed here until central has it.")
                    }
                }
            }
        }

        SyncAside {
            Layout.row: 0
            Layout.column: Theme.wide ? 1 : 0
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: !Theme.wide
            Layout.preferredWidth: Theme.wide ? 360 : -1
            model: page.model
        }
    }
}
