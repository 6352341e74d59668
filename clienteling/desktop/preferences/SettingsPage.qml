import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

Item {
    id: page

    required property PreferencesViewModel model

    signal pageWanted(string page)

    Scroll {
        anchors { fill: parent; leftMargin: Theme.margin; rightMargin: Theme.margin }

        Heading {
            Layout.fillWidth: true
            text: qsTr("Settings")
            level: 2
        }
        GridLayout {
            Layout.fillWidth: true
            Layout.maximumWidth: 1280
            Layout.bottomMargin: Theme.margin
            columns: Theme.wide ? 2 : 1
            columnSpacing: Theme.space4
            rowSpacing: Theme.space4
            uniformCellWidths: true

            ColumnLayout {
                Layout.alignment: Qt.AlignTop
                spacing: Theme.space4

                AppearanceCard {
                    Layout.fillWidth: true
                    model: page.model
                }
                Card {
                    Layout.fillWidth: true
                    padding: 20
                    bottomPadding: Theme.space2
                    visible: page.model.session.staffRole === "manager"

                    ColumnLayout {
                        spacing: 0

                        SectionTitle {
                            Layout.fillWidth: true
                            text: qsTr("For managers")
                        }
                        SettingDoor {
                            objectName: "reasons"
                            Layout.fillWidth: true
                            divided: false
                            icon: "chart-column"
                            title: qsTr("What became of suggestions")
                            onClicked: page.pageWanted("reasons")
                        }
                    }
                }
            }
            ColumnLayout {
                Layout.alignment: Qt.AlignTop
                spacing: Theme.space4

                DeviceCard {
                    Layout.fillWidth: true
                    model: page.model
                }
                Card {
                    Layout.fillWidth: true
                    padding: 20
                    bottomPadding: Theme.space2

                    ColumnLayout {
                        spacing: 0

                        SectionTitle {
                            Layout.fillWidth: true
                            text: qsTr("Scanner and connection")
                        }
                        SettingRow {
                            objectName: "sound"
                            Layout.fillWidth: true
                            Layout.topMargin: Theme.space3
                            Layout.bottomMargin: Theme.space2
                            label: qsTr("Sounds of scan mode")
                            choices: [qsTr("Off"), qsTr("Soft"), qsTr("Normal"), qsTr("Loud")]
                            current: page.model.sound
                            onChosen: place => page.model.choose("sound", place)
                        }
                        SettingDoor {
                            objectName: "scannerTest"
                            Layout.fillWidth: true
                            icon: "scan-barcode"
                            title: qsTr("Test the scanner")
                            onClicked: page.pageWanted("scanner")
                        }
                        SettingDoor {
                            objectName: "syncCentre"
                            Layout.fillWidth: true
                            divided: false
                            icon: "refresh-cw"
                            title: qsTr("What this tablet still has to tell")
                            onClicked: page.pageWanted("sync")
                        }
                    }
                }
            }
        }
    }
}
