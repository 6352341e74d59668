import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// Language, theme and size of text; each choice applies at once.
Card {
    id: card

    required property PreferencesViewModel model

    padding: 20

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
            current: card.model.language
            onChosen: place => card.model.choose("language", place)
        }
        SettingRow {
            objectName: "theme"
            Layout.fillWidth: true
            label: qsTr("Theme")
            choices: [qsTr("As the device"), qsTr("Light"), qsTr("Dark")]
            current: card.model.theme
            onChosen: place => card.model.choose("theme", place)
        }
        SettingRow {
            objectName: "textSize"
            Layout.fillWidth: true
            label: qsTr("Size of text")
            choices: [qsTr("Normal"), qsTr("Larger"), qsTr("Largest")]
            current: card.model.text
            onChosen: place => card.model.choose("text", place)
        }
    }
}
