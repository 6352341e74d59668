import QtQuick
import clienteling.desktop.kit

// What was just done, with the way back; it goes by itself.
Notice {
    id: strip

    required property UndoViewModel model

    objectName: "undo-strip"
    tone: "neutral"
    icon: "check"
    text: gone.running ? model.words : ""
    action: qsTr("Undo")
    onActed: model.undo()

    Timer {
        id: gone

        interval: 8000
        running: strip.model.words !== ""
    }
    Connections {
        target: strip.model

        function onChanged() {
            if (strip.model.words !== "")
                gone.restart();
        }
    }
}
