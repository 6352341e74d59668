import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// Which scanner types into this tablet, and how it does; another is learnt from one scan.
Card {
    id: card

    required property KeyboardsViewModel model
    readonly property bool waiting: model.learning || model.learnt !== ""

    padding: 20

    ColumnLayout {
        spacing: Theme.space3

        SectionTitle {
            Layout.fillWidth: true
            text: qsTr("Scanner that types")
        }
        Choice {
            objectName: "keyboards"
            Layout.fillWidth: true
            label: qsTr("In use")
            visible: !card.waiting
            model: card.model.names
            current: card.model.current
            onChosen: place => card.model.choose(place)
        }
        Caption {
            objectName: "keyboardSentence"
            Layout.fillWidth: true
            visible: !card.waiting
            text: card.model.sentence
            lines: 0
        }
        Caption {
            objectName: "pace"
            Layout.fillWidth: true
            visible: !card.waiting && card.model.pace !== ""
            text: qsTr("The last scan: %1").arg(card.model.pace)
            lines: 0
        }
        Notice {
            objectName: "learning"
            Layout.fillWidth: true
            tone: "accent"
            icon: "scan-barcode"
            text: card.model.learning ? qsTr("Scan one product now. However slowly your scanner types, it will be understood from then on.") : ""
        }
        Notice {
            Layout.fillWidth: true
            text: card.model.hint
        }
        Notice {
            objectName: "learnt"
            Layout.fillWidth: true
            tone: "ok"
            icon: "check"
            text: card.model.learnt
        }
        Field {
            id: name

            objectName: "scannerName"
            Layout.fillWidth: true
            visible: card.model.learnt !== ""
            label: qsTr("Name of the scanner")
            placeholder: qsTr("The one at the till")
            maximumLength: 40
            onAccepted: card.model.keep(name.text)
        }
        RowLayout {
            spacing: Theme.space3

            AppButton {
                objectName: "learn"
                visible: !card.waiting
                text: qsTr("Learn another scanner")
                onClicked: {
                    name.text = "";
                    card.model.learn();
                }
            }
            AppButton {
                objectName: "forgetScanner"
                visible: !card.waiting && card.model.current > 0
                kind: "quiet"
                text: qsTr("Forget this scanner")
                onClicked: card.model.forget()
            }
            AppButton {
                objectName: "keepScanner"
                visible: card.model.learnt !== ""
                enabled: name.text.trim() !== ""
                kind: "primary"
                text: qsTr("Keep this scanner")
                onClicked: card.model.keep(name.text)
            }
            AppButton {
                objectName: "cancelLearning"
                visible: card.waiting
                kind: "quiet"
                text: qsTr("Cancel")
                onClicked: card.model.cancel()
            }
        }
    }
}
