import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// The digits under the bars, by finger or keyboard.
RowLayout {
    id: root

    required property ScanningViewModel model

    function take(): void {
        if (code.text.trim() === "")
            return;
        root.model.typed(code.text);
        code.text = "";
    }

    spacing: Theme.space3

    Field {
        id: code

        objectName: "typedCode"
        Layout.fillWidth: true
        label: qsTr("Or type the code")
        placeholder: qsTr("The digits under the bars")
        icon: "keyboard"
        maximumLength: 128
        onAccepted: root.take()
    }
    AppButton {
        objectName: "takeTyped"
        Layout.alignment: Qt.AlignBottom
        kind: "primary"
        enabled: code.text.trim() !== ""
        text: qsTr("Enter")
        onClicked: root.take()
    }
}
