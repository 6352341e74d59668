pragma ComponentBehavior: Bound
import QtQuick
import QtQml
import QtQuick.Controls.Basic
import clienteling.desktop.kit

// The keyboard's ways: Alt+1 to Alt+6 for the rail, Alt+7 for scan mode, Ctrl+K or / to find, Esc to go back.
Item {
    id: root

    required property Navigator navigator
    // an open sheet has Esc for itself
    readonly property bool sheetOpen: Overlay.overlay?.visible ?? false

    Instantiator {
        model: ["today", "clients", "products", "cart", "orders", "notes", "floor"]

        Shortcut {
            required property string modelData
            required property int index

            enabled: root.enabled
            sequence: "Alt+" + (index + 1)
            onActivated: {
                Walk.byKeys = true;
                root.navigator.go(modelData);
            }
        }
    }
    Shortcut {
        enabled: root.enabled
        sequences: ["Ctrl+K", "/"]
        onActivated: root.navigator.find()
    }
    Shortcut {
        enabled: root.enabled && root.navigator.canGoBack && !root.sheetOpen
        sequence: "Esc"
        onActivated: root.navigator.back()
    }
}
