pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit
import clienteling.desktop.signin

// Nobody is at the tablet: a calm veil with the name of who holds it, later the way in. Her work waits behind it.
Item {
    id: root

    required property Presence presence
    required property SigninViewModel signin
    required property Standing standing
    readonly property Session session: signin.session

    signal scanWanted

    Connections {
        target: root.session

        function onSwitched() {
            Sheets.allClosed();
        }
    }
    Cover {
        visible: root.presence.masked

        ColumnLayout {
            objectName: "veil"
            anchors.centerIn: parent
            width: Math.min(parent.width - 48, 420)
            spacing: Theme.space3
            Accessible.role: Accessible.AlertMessage
            Accessible.name: root.session.staffName
            Accessible.description: go.text

            Avatar {
                Layout.alignment: Qt.AlignHCenter
                size: 72
                initials: root.session.staffInitials
            }
            Heading {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                text: root.session.staffName
            }
            Body {
                id: go

                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                soft: true
                text: qsTr("Touch to go on")
            }
        }
    }
    Cover {
        visible: root.presence.locked

        Loader {
            anchors.fill: parent
            active: root.presence.locked
            focus: true
            sourceComponent: Gate {
                focus: true
                model: root.signin
                standing: root.standing
                onScanWanted: root.scanWanted()
            }
        }
    }
}
