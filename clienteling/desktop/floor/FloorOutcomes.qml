pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// How the product went with her; each goes into her history, and pressed again it is taken back.
ColumnLayout {
    id: outcomes

    required property FloorViewModel model
    readonly property list<var> choices: [
        { outcome: "shown", text: qsTr("Shown"), tone: "store" },
        { outcome: "tried", text: qsTr("Tried"), tone: "ok" },
        { outcome: "declined", text: qsTr("Not for her"), tone: "warn" }
    ]

    spacing: Theme.space1

    SectionTitle {
        Layout.fillWidth: true
        text: qsTr("How did it go?")
    }
    Flow {
        Layout.fillWidth: true
        visible: outcomes.model.notable
        spacing: Theme.space2

        Repeater {
            model: outcomes.choices

            FilterChip {
                required property var modelData

                objectName: "outcome-" + modelData.outcome
                text: modelData.text
                tone: modelData.tone
                checked: outcomes.model.noted.includes(modelData.outcome)
                onClicked: outcomes.model.note(modelData.outcome)
            }
        }
    }
    Caption {
        Layout.fillWidth: true
        lines: 0
        text: outcomes.model.notable ? qsTr("It goes into her history. Press again to take it back.")
            : qsTr("Scan her card or open her page first to note it in her history.")
    }
}
