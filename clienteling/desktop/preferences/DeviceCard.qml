import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// What device this is, and how safe what it keeps is.
Card {
    id: card

    required property PreferencesViewModel model

    padding: 20

    ColumnLayout {
        spacing: Theme.space3

        SectionTitle {
            Layout.fillWidth: true
            text: qsTr("This device")
        }
        Pair {
            Layout.fillWidth: true
            label: qsTr("Device name")
            value: card.model.session.deviceName
        }
        Pair {
            Layout.fillWidth: true
            label: qsTr("Store")
            value: card.model.session.storeName
        }
        Pair {
            Layout.fillWidth: true
            label: qsTr("Receipt numbers begin with")
            value: card.model.session.deviceCode
        }
        Pair {
            Layout.fillWidth: true
            label: qsTr("Central")
            value: card.model.central
        }
        Notice {
            Layout.fillWidth: true
            tone: "warn"
            icon: "shield"
            text: qsTr("What this tablet keeps is not encrypted yet. Keep the device locked away at night.")
        }
    }
}
