pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// One field as this tablet said it and as it stands at central.
ColumnLayout {
    id: field

    required property var modelData

    Layout.fillWidth: true
    spacing: Theme.space1

    SectionTitle {
        Layout.fillWidth: true
        text: field.modelData.label
    }
    RowLayout {
        spacing: Theme.space3
        uniformCellSizes: true

        Repeater {
            model: [
                { whose: qsTr("Yours"), value: field.modelData.mine },
                { whose: qsTr("At central"), value: field.modelData.theirs }
            ]

            Card {
                id: side

                required property var modelData

                Layout.fillWidth: true
                Layout.fillHeight: true
                padding: Theme.space3
                flat: true

                ColumnLayout {
                    spacing: 2

                    Caption {
                        Layout.fillWidth: true
                        small: true
                        text: side.modelData.whose
                    }
                    Body {
                        Layout.fillWidth: true
                        strong: true
                        lines: 0
                        text: side.modelData.value
                    }
                }
            }
        }
    }
}
