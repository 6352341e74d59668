import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// Something broke that is nobody's fault here.
Sheet {
    id: root

    required property Toasts toasts

    title: qsTr("Something went wrong")
    visible: toasts.crashTrace !== ""
    onClosed: toasts.forgetCrash()

    Body {
        Layout.fillWidth: true
        text: qsTr("What you did is kept. You can go on; please show this to whoever looks after the tablet.")
        lines: 0
    }
    Caption {
        Layout.fillWidth: true
        text: root.toasts.crashTrace
        lines: 12
    }
    footer: AppButton {
        Layout.fillWidth: true
        text: qsTr("Go on")
        kind: "primary"
        big: true
        onClicked: root.close()
    }
}
