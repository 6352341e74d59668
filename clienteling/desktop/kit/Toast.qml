import QtQuick
import QtQuick.Layouts

// A sentence that comes, may be answered, and goes.
Rectangle {
    id: root

    property string text
    property string tone: "neutral"
    property string action

    signal acted
    signal dismissed

    implicitWidth: Math.min(560, row.implicitWidth + 24)
    implicitHeight: Math.max(Theme.primary, row.implicitHeight + 16)
    radius: Theme.radiusCard
    color: Theme.ink
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    RowLayout {
        id: row

        anchors { fill: parent; leftMargin: 18; rightMargin: 6 }
        spacing: Theme.space3

        Icon {
            name: ({ "ok": "circle-check", "warn": "triangle-alert", "bad": "circle-alert" })[root.tone] ?? ""
            color: Theme.canvas
            size: 20
        }
        Words {
            Layout.fillWidth: true
            text: root.text
            color: Theme.canvas
            lines: 3
            Accessible.ignored: true
        }
        ToastAction {
            objectName: "toast-act"
            text: root.action
            visible: text !== ""
            onClicked: root.acted()
        }
        IconButton {
            icon: "x"
            iconSize: 18
            label: qsTr("Close")
            ink: Theme.canvas
            onClicked: root.dismissed()
        }
    }
}
