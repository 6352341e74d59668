import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// A manager's verdict. Whatever is not approved needs a reason first, which the author reads.
ColumnLayout {
    id: decision

    required property string note
    property string asking: ""

    signal decided(string verdict, string reason)

    spacing: Theme.space3
    onNoteChanged: asking = ""
    onAskingChanged: {
        why.text = "";
        if (asking !== "")
            why.forceActiveFocus(Walk.reason);
    }

    TextBox {
        id: why

        objectName: "reason"
        Layout.fillWidth: true
        visible: decision.asking !== ""
        label: decision.asking === "redacted" ? qsTr("Why must the wording go?") : qsTr("What should be said otherwise?")
        placeholder: qsTr("The author reads this.")
        limit: 500
    }
    RowLayout {
        visible: decision.asking === ""
        spacing: Theme.space3

        AppButton {
            objectName: "approve"
            Layout.fillWidth: true
            kind: "primary"
            text: qsTr("Approve as is")
            onClicked: decision.decided("approved", "")
        }
        AppButton {
            objectName: "askReword"
            text: qsTr("Ask to reword")
            onClicked: decision.asking = "reword"
        }
        AppButton {
            objectName: "redact"
            kind: "danger"
            text: qsTr("Redact")
            onClicked: decision.asking = "redacted"
        }
    }
    RowLayout {
        visible: decision.asking !== ""
        spacing: Theme.space3

        AppButton {
            objectName: "confirmDecision"
            Layout.fillWidth: true
            enabled: why.text.trim() !== "" && !why.over
            kind: "primary"
            text: decision.asking === "redacted" ? qsTr("Redact the note") : qsTr("Send back to the author")
            onClicked: decision.decided(decision.asking, why.text)
        }
        AppButton {
            text: qsTr("Cancel")
            onClicked: decision.asking = ""
        }
    }
}
