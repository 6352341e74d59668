import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

ColumnLayout {
    id: decision

    required property string note
    property string asking: ""

    signal decided(string verdict, string reason)

    spacing: Theme.space3
    onNoteChanged: asking = ""
    onAskingChanged: why.text = ""

    TextBox {
        id: why

        objectName: "reason"
        Layout.fillWidth: true
        visible: decision.asking !== ""
        label: decision.asking === "redacted" ? qsTr("Why must the wording go?") : qsTr("What should be said otherwise?")
        placeholder: qsTr("The author reads this.")
        limit: 500
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.space2

        AppButton {
            objectName: "approve"
            visible: decision.asking === ""
            kind: "primary"
            text: qsTr("Approve as is")
            onClicked: decision.decided("approved", "")
        }
        AppButton {
            objectName: "askReword"
            visible: decision.asking === ""
            text: qsTr("Ask to reword")
            onClicked: decision.asking = "reword"
        }
        AppButton {
            objectName: "redact"
            visible: decision.asking === ""
            kind: "danger"
            text: qsTr("Redact")
            onClicked: decision.asking = "redacted"
        }
        AppButton {
            objectName: "confirmDecision"
            visible: decision.asking !== ""
            enabled: why.text.trim() !== ""
            kind: "primary"
            text: decision.asking === "redacted" ? qsTr("Redact the note") : qsTr("Send back to the author")
            onClicked: decision.decided(decision.asking, why.text)
        }
        AppButton {
            visible: decision.asking !== ""
            text: qsTr("Cancel")
            onClicked: decision.asking = ""
        }
    }
}
