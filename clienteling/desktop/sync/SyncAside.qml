import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

GridLayout {
    id: aside

    required property SyncViewModel model

    columns: Theme.wide ? 1 : 2
    columnSpacing: Theme.space4
    rowSpacing: Theme.space4

    Card {
        Layout.fillWidth: true
        Layout.fillHeight: !Theme.wide
        Layout.preferredWidth: 1

        ColumnLayout {
            spacing: Theme.space1

            SectionTitle {
                Layout.fillWidth: true
                text: qsTr("Connection")
            }
            Heading {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space1
                level: 3
                lines: 2
                text: aside.model.headline
            }
            Caption {
                Layout.fillWidth: true
                lines: 0
                text: aside.model.sentence
            }
            Progress {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space2
                visible: aside.model.progress < 1
                value: aside.model.progress
                label: qsTr("Loading what this tablet needs")
            }
            Item {
                Layout.fillHeight: true
                visible: !Theme.wide
            }
            AppButton {
                objectName: "tryNow"
                Layout.fillWidth: true
                Layout.topMargin: Theme.space3
                icon: "refresh-cw"
                text: qsTr("Try now")
                onClicked: aside.model.tryNow()
            }
        }
    }
    Card {
        Layout.fillWidth: true
        Layout.fillHeight: !Theme.wide
        Layout.preferredWidth: 1

        ColumnLayout {
            spacing: Theme.space2

            SectionTitle {
                Layout.fillWidth: true
                Layout.bottomMargin: Theme.space1
                text: qsTr("On this tablet")
            }
            Pair {
                Layout.fillWidth: true
                label: qsTr("Clients")
                value: aside.model.clients.toLocaleString(Qt.locale(), "f", 0)
            }
            Pair {
                Layout.fillWidth: true
                label: qsTr("Products")
                value: aside.model.products.toLocaleString(Qt.locale(), "f", 0)
            }
            Pair {
                Layout.fillWidth: true
                label: qsTr("Last word from central")
                value: aside.model.lastContact
            }
            Item {
                Layout.fillHeight: true
                visible: !Theme.wide
            }
        }
    }
    Card {
        Layout.fillWidth: true
        Layout.columnSpan: aside.columns

        ColumnLayout {
            spacing: 0

            Switch {
                objectName: "practise"
                Layout.fillWidth: true
                text: qsTr("Practice outage")
                checked: aside.model.practising
                onToggled: aside.model.practise(checked)
            }
            Caption {
                Layout.fillWidth: true
                lines: 0
                text: qsTr("Try what happens without a network. Nothing is lost.")
            }
            Divider {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space3
                Layout.bottomMargin: Theme.space3
            }
            AppButton {
                objectName: "exportSealed"
                Layout.fillWidth: true
                icon: "download"
                text: qsTr("Save for support")
                onClicked: aside.model.export()
            }
            Caption {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space2
                lines: 0
                text: aside.model.exported || qsTr("What still has to be told, sealed so that only central can open it.")
            }
        }
    }
}
