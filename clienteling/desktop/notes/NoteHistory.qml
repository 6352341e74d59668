pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// What happened to a note, in order.
ColumnLayout {
    id: history

    required property var steps

    spacing: Theme.space2

    SectionTitle {
        Layout.fillWidth: true
        text: qsTr("What happened")
    }
    Repeater {
        model: history.steps

        RowLayout {
            id: step

            required property var modelData

            spacing: Theme.space4

            Caption {
                Layout.preferredWidth: Math.round(110 * Theme.textScale)
                text: step.modelData.when
            }
            Caption {
                Layout.fillWidth: true
                lines: 2
                text: step.modelData.what
            }
        }
    }
}
