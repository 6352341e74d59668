pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// One field as it stands at central and as this tablet said it; central's stands unless mine is touched.
ColumnLayout {
    id: field

    required property var modelData
    property bool mine: false

    signal chosen(string field, bool mine)

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
                { whose: qsTr("At central"), value: field.modelData.theirs, mine: false },
                { whose: qsTr("Yours"), value: field.modelData.mine, mine: true }
            ]

            Tile {
                id: side

                required property var modelData

                objectName: (modelData.mine ? "mine-" : "theirs-") + field.modelData.field
                Layout.fillWidth: true
                Layout.fillHeight: true
                text: modelData.whose + ", " + modelData.value
                selected: field.mine === modelData.mine
                onClicked: {
                    field.mine = modelData.mine;
                    field.chosen(field.modelData.field, modelData.mine);
                }

                RowLayout {
                    spacing: Theme.space2

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
                    Icon {
                        visible: side.selected
                        name: "check"
                        size: 20
                        color: Theme.accent
                    }
                }
            }
        }
    }
}
