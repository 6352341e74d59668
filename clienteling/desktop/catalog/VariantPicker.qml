pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// Colours and sizes that there are; a size with stock in this store bears a dot.
ColumnLayout {
    id: picker

    required property CardViewModel model

    spacing: Theme.space1

    SectionTitle {
        text: qsTr("Colour")
        visible: colours.count > 0
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.space2

        Repeater {
            id: colours

            model: picker.model.colours

            FilterChip {
                required property string name
                required property bool chosen

                objectName: "colour-" + name
                text: name
                checked: chosen
                onClicked: picker.model.chooseColour(name)
            }
        }
    }
    SectionTitle {
        text: qsTr("Size")
        visible: sizes.count > 0
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.space2

        Repeater {
            id: sizes

            model: picker.model.sizes

            FilterChip {
                id: size

                required property string name
                required property bool chosen
                required property bool here

                objectName: "size-" + name
                text: name
                checked: chosen
                Accessible.description: here ? qsTr("In this store") : qsTr("Not in this store")
                onClicked: picker.model.chooseSize(name)

                Rectangle {
                    anchors { right: parent.right; top: parent.top; rightMargin: 4; topMargin: 8 }
                    width: 8
                    height: 8
                    radius: 4
                    color: Theme.ok
                    visible: size.here
                }
            }
        }
    }
}
