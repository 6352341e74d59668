import QtQuick
import clienteling.desktop.kit

// Sets what a test wishes of the Theme.
Connections {
    required property QtObject wish

    target: wish

    function onAsked(name: string, value: var) {
        Theme[name] = value;
    }
}
