import QtQuick
import clienteling.desktop.kit

// What was just done, with the way back; it goes by itself.
Notice {
    id: strip

    required property CartViewModel model

    objectName: "undo-strip"
    tone: "neutral"
    icon: "check"
    text: gone.running ? model.undoWords : ""
    action: qsTr("Undo")
    onActed: model.undo()

    Timer {
        id: gone

        interval: 8000
        running: strip.model.undoWords !== ""
    }
    Connections {
        target: strip.model

        function onChanged() {
            if (strip.model.undoWords !== "")
                gone.restart();
        }
    }
}
