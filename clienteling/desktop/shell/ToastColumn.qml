pragma ComponentBehavior: Bound
import QtQuick
import clienteling.desktop.kit

// The sentences that came, the newest below.
Column {
    id: root

    required property Toasts toasts

    spacing: Theme.space2

    Repeater {
        model: root.toasts.rows

        Toast {
            required property int number
            required property string sentence
            required tone
            required action

            objectName: "toast"
            anchors.horizontalCenter: parent?.horizontalCenter
            width: Math.min(implicitWidth, root.width)
            text: sentence
            onActed: root.toasts.act(number)
            onDismissed: root.toasts.dismiss(number)
        }
    }
}
