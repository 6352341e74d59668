import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

ColumnLayout {
    id: aside

    required property SyncViewModel model

    spacing: Theme.space4

    Card {
        Layout.fillWidth: true

        ColumnLayout {
            spacing: Theme.space2

            SectionTitle {
                Layout.fillWidth: true
                text: qsTr("Connection")
            }
            Heading {
                Layout.fillWidth: true
                level: 3
                text: aside.model.headline
            }
            Caption {
                Layout.fillWidth: true
                lines: 0
                text: aside.model.sentence
            }
            Progress {
                Layout.fillWidth: true
                visible: aside.model.progress < 1
                value: aside.model.progress
                label: qsTr("Loading what this tablet needs")
            }
            AppButton {
                objectName: "tryNow"
                Layout.fillWidth: true
                Layout.topMargin: Theme.space2
                icon: "refresh-cw"
                text: qsTr("Try now")
                onClicked: aside.model.tryNow()
            }
        }
    }
    Card {
        Layout.fillWidth: true

        ColumnLayout {
            spacing: Theme.space2

            SectionTitle {
                Layout.fillWidth: true
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
        }
    }
    Card {
        Layout.fillWidth: true

        RowLayout {
            spacing: Theme.space3

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 2

                Body {
                    Layout.fillWidth: true
                    strong: true
                    text: qsTr("Practice outage")
                }
                Caption {
                    Layout.fillWidth: true
                    lines: 0
                    text: qsTr("Try what happens without a network. Nothing is lost.")
                }
            }
            Switch {
                objectName: "practise"
                text: qsTr("Practice outage")
                checked: aside.model.practising
                onToggled: aside.model.practise(!aside.model.practising)
            }
        }
    }
}
