pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts

// One of two, side by side: `model` has `whose` it is, what it says (`value`) and a name for tests (`key`) of each.
ColumnLayout {
    id: root

    property string label
    property list<var> model
    property int current: 0

    signal chosen(int index)

    spacing: Theme.space1

    SectionTitle {
        Layout.fillWidth: true
        text: root.label
        visible: text !== ""
    }
    RowLayout {
        spacing: Theme.space3
        uniformCellSizes: true

        Repeater {
            model: root.model

            Tile {
                id: side

                required property var modelData
                required property int index

                objectName: modelData.key
                Layout.fillWidth: true
                Layout.fillHeight: true
                text: modelData.whose + ", " + modelData.value
                selected: root.current === index
                onClicked: root.chosen(index)

                RowLayout {
                    spacing: Theme.space2

                    ColumnLayout {
                        spacing: 2

                        Caption {
                            Layout.fillWidth: true
                            small: true
                            lines: 0
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
