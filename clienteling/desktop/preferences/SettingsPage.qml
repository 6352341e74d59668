pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

Item {
    id: page

    required property PreferencesViewModel model

    signal pageWanted(string page)

    Scroll {
        anchors.fill: parent
        padding: Theme.wide ? Theme.space5 : Theme.space4
        spacing: Theme.space4

        Heading {
            Layout.fillWidth: true
            text: qsTr("Settings")
            level: 2
        }
        GridLayout {
            Layout.fillWidth: true
            columns: Theme.wide ? 2 : 1
            columnSpacing: Theme.space4
            rowSpacing: Theme.space4

            Card {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop

                ColumnLayout {
                    spacing: Theme.space4

                    SectionTitle {
                        Layout.fillWidth: true
                        text: qsTr("How it looks")
                    }
                    SettingRow {
                        objectName: "language"
                        Layout.fillWidth: true
                        label: qsTr("Language")
                        choices: ["한국어", "English"]
                        current: page.model.language
                        onChosen: place => page.model.choose("language", place)
                    }
                    SettingRow {
                        objectName: "theme"
                        Layout.fillWidth: true
                        label: qsTr("Theme")
                        choices: [qsTr("As the device"), qsTr("Light"), qsTr("Dark")]
                        current: page.model.theme
                        onChosen: place => page.model.choose("theme", place)
                    }
                    SettingRow {
                        objectName: "textSize"
                        Layout.fillWidth: true
                        label: qsTr("Size of text")
                        choices: [qsTr("Normal"), qsTr("Larger"), qsTr("Largest")]
                        current: page.model.text
                        onChosen: place => page.model.choose("text", place)
                    }
                }
            }
            Card {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop

                ColumnLayout {
                    spacing: Theme.space3

                    SectionTitle {
                        Layout.fillWidth: true
                        text: qsTr("This device")
                    }
                    Pair {
                        Layout.fillWidth: true
                        label: qsTr("Name")
                        value: page.model.session.deviceName
                    }
                    Pair {
                        Layout.fillWidth: true
                        label: qsTr("Store")
                        value: page.model.session.storeName
                    }
                    Pair {
                        Layout.fillWidth: true
                        label: qsTr("Receipt numbers begin with")
                        value: page.model.session.deviceCode
                    }
                    Pair {
                        Layout.fillWidth: true
                        label: qsTr("Central")
                        value: page.model.central
                    }
                    Notice {
                        Layout.fillWidth: true
                        tone: "warn"
                        icon: "shield"
                        text: qsTr("What this tablet keeps is not encrypted yet. Keep the device locked away at night.")
                    }
                }
            }
            Card {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop

                ColumnLayout {
                    spacing: Theme.space3

                    SectionTitle {
                        Layout.fillWidth: true
                        text: qsTr("Scanner and connection")
                    }
                    AppButton {
                        objectName: "scannerTest"
                        Layout.fillWidth: true
                        icon: "scan-barcode"
                        text: qsTr("Test the scanner")
                        onClicked: page.pageWanted("scanner")
                    }
                    AppButton {
                        objectName: "syncCentre"
                        Layout.fillWidth: true
                        icon: "refresh-cw"
                        text: qsTr("What this tablet still has to tell")
                        onClicked: page.pageWanted("sync")
                    }
                }
            }
        }
    }
}
