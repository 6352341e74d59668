import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// What device this is, and how safe what it keeps is.
Card {
    id: card

    required property PreferencesViewModel model
    readonly property var sentences: ({
            tpm: qsTr("What this tablet keeps is encrypted. Its security chip holds the key."),
            keyring: qsTr("What this tablet keeps is encrypted. The keyring of this device holds the key."),
            central: qsTr("What this tablet keeps is encrypted. Central holds the key, so the app only starts while connected."),
            file: qsTr("What this tablet keeps is encrypted, but the key lies in a file beside it. Keep the device locked away at night.")
        })

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
            objectName: "keeper"
            tone: card.model.keeper === "file" ? "warn" : "ok"
            icon: card.model.keeper === "file" ? "shield" : "shield-check"
            text: card.sentences[card.model.keeper] ?? ""
        }
    }
}
