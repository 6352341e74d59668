import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import clienteling.desktop.kit

// Hides the whole window, open sheets too, and lets no touch through to them.
T.Popup {
    parent: Overlay.overlay
    width: parent?.width ?? 0
    height: parent?.height ?? 0
    modal: true
    focus: true
    closePolicy: T.Popup.NoAutoClose

    background: Rectangle {
        color: Theme.canvas
    }
}
