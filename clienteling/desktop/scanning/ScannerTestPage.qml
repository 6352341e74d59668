pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// Try a scanner and set it up: what was read, how it was understood, how long it took. Nothing leaves this page.
Item {
    id: page

    required property ScannersViewModel model
    readonly property ScanningViewModel scanning: model.scanning

    signal pageWanted(string page)

    // a page that was left is kept: the test is over all the same
    Binding { target: page.model; property: "shown"; value: page.visible }
    Timer {
        interval: 2000
        repeat: true
        running: page.visible
        onTriggered: page.model.serial.look()
    }

    RowLayout {
        id: top

        anchors { left: parent.left; right: parent.right; leftMargin: Theme.margin; rightMargin: Theme.margin }
        spacing: Theme.space3

        IconButton {
            objectName: "leaveTest"
            icon: "arrow-left"
            label: qsTr("Back")
            onClicked: page.pageWanted("settings")
        }
        Heading {
            Layout.fillWidth: true
            level: 2
            text: qsTr("Test the scanner")
        }
    }
    GridLayout {
        anchors { fill: parent; topMargin: top.height + Theme.space3; leftMargin: Theme.margin; rightMargin: Theme.margin; bottomMargin: Theme.margin }
        columns: Theme.wide ? 2 : 1
        columnSpacing: Theme.space4
        rowSpacing: Theme.space4
        uniformCellWidths: true
        uniformCellHeights: true

        Scroll {
            Layout.fillWidth: true
            Layout.fillHeight: true

            KeyboardCard {
                Layout.fillWidth: true
                model: page.model.keyboards
            }
            SerialCard {
                Layout.fillWidth: true
                model: page.model.serial
            }
            Loader {
                Layout.fillWidth: true
                active: page.model.rules !== null
                sourceComponent: RulesCard {
                    model: page.model.rules
                }
            }
        }
        HeardCard {
            Layout.fillWidth: true
            Layout.fillHeight: true
            model: page.scanning
        }
    }
    DropPicture {
        anchors.fill: parent
        model: page.scanning
    }
}
