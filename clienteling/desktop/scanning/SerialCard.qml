import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// Which scanner on a serial or USB port is listened to, how it is, and how it sends.
Card {
    id: card

    required property SerialViewModel model
    readonly property bool troubled: ["busy", "denied", "failed", "garbled"].includes(model.state)

    padding: 20

    ColumnLayout {
        spacing: Theme.space3

        SectionTitle {
            Layout.fillWidth: true
            text: qsTr("Scanner on a serial port")
        }
        Choice {
            objectName: "ports"
            Layout.fillWidth: true
            label: qsTr("In use")
            model: card.model.names
            current: card.model.current
            onChosen: place => card.model.choose(place)
        }
        Notice {
            objectName: "serialSentence"
            Layout.fillWidth: true
            tone: card.model.tone
            icon: card.model.state === "connected" ? "check" : "info"
            text: card.model.sentence
            action: card.troubled ? qsTr("Try again") : ""
            onActed: card.model.retry()
        }
        GridLayout {
            Layout.fillWidth: true
            visible: card.model.current > 0
            columns: 2
            columnSpacing: Theme.space3
            rowSpacing: Theme.space3
            uniformCellWidths: true

            Choice {
                objectName: "speed"
                Layout.fillWidth: true
                label: qsTr("Speed")
                model: card.model.speeds
                current: card.model.speed
                onChosen: place => card.model.setSpeed(place)
            }
            Choice {
                objectName: "framing"
                Layout.fillWidth: true
                label: qsTr("Bits")
                model: card.model.framings
                current: card.model.framing
                onChosen: place => card.model.setFraming(place)
            }
            Choice {
                objectName: "end"
                Layout.fillWidth: true
                Layout.columnSpan: 2
                label: qsTr("End of a code")
                model: card.model.ends
                current: card.model.end
                onChosen: place => card.model.setEnd(place)
            }
            Field {
                id: prefix

                objectName: "prefix"
                Layout.fillWidth: true
                label: qsTr("Before the code")
                text: card.model.prefix
                maximumLength: 16
                onAccepted: card.model.setAround(prefix.text, suffix.text)
                onActiveFocusChanged: if (!activeFocus) card.model.setAround(prefix.text, suffix.text)
            }
            Field {
                id: suffix

                objectName: "suffix"
                Layout.fillWidth: true
                label: qsTr("After the code")
                text: card.model.suffix
                maximumLength: 16
                onAccepted: card.model.setAround(prefix.text, suffix.text)
                onActiveFocusChanged: if (!activeFocus) card.model.setAround(prefix.text, suffix.text)
            }
        }
    }
}
