import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import clienteling.desktop.kit

// Who holds the tablet, and what concerns the tablet itself.
FocusScope {
    id: root

    property string initials
    property string name
    property bool portrait: false

    signal settingsWanted
    signal locked

    implicitWidth: Theme.touch
    implicitHeight: Theme.touch

    T.AbstractButton {
        id: button

        anchors.fill: parent
        focus: true
        text: qsTr("%1: settings").arg(root.name)
        onClicked: root.portrait ? menu.open() : root.settingsWanted()
        Keys.onReturnPressed: click()
        Keys.onEnterPressed: click()

        contentItem: Item {
            Avatar {
                anchors.centerIn: parent
                initials: root.initials
                solid: true
            }
        }
        background: FocusRing {
            shown: button.visualFocus
            around: Theme.touch / 2
        }
    }
    Sheet {
        id: menu

        title: root.name

        AppButton {
            objectName: "menu-settings"
            Layout.fillWidth: true
            text: qsTr("Settings")
            icon: "settings"
            onClicked: {
                menu.close();
                root.settingsWanted();
            }
        }
        AppButton {
            Layout.fillWidth: true
            text: qsTr("Lock")
            icon: "lock"
            onClicked: {
                menu.close();
                root.locked();
            }
        }
    }
}
