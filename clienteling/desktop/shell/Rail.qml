pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit
import clienteling.desktop.signin

// The ways through the app: at the left, or below in portrait.
Rectangle {
    id: root

    required property Navigator navigator
    required property Session session
    readonly property bool upright: Theme.wide
    readonly property list<var> entries: [
        { page: "today", icon: "sun", text: qsTr("Today") },
        { page: "clients", icon: "users", text: qsTr("Clients") },
        { page: "products", icon: "scan-barcode", text: qsTr("Products") },
        { page: "cart", icon: "shopping-bag", text: qsTr("Cart") },
        { page: "orders", icon: "package-check", text: qsTr("Orders") },
        { page: "notes", icon: "notebook-pen", text: qsTr("Notes") }
    ]

    signal locked

    color: Theme.surface
    implicitWidth: Theme.rail
    implicitHeight: Math.round(72 * Math.max(1, Theme.textScale * 0.9))
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Pages")

    Divider {
        width: root.upright ? 1 : root.width
        height: root.upright ? root.height : 1
        x: root.upright ? root.width - 1 : 0
    }
    GridLayout {
        anchors { fill: parent; topMargin: root.upright ? 16 : 4; bottomMargin: root.upright ? 16 : 4; leftMargin: 8; rightMargin: 8 }
        flow: root.upright ? GridLayout.TopToBottom : GridLayout.LeftToRight
        rows: root.upright ? -1 : 1
        columns: root.upright ? 1 : -1
        rowSpacing: 4
        columnSpacing: 4

        Repeater {
            model: root.entries

            RailItem {
                required property var modelData
                required property int index

                objectName: "rail-" + modelData.page
                Layout.fillWidth: true
                text: modelData.text
                icon: modelData.icon
                shortcut: "Alt+" + (index + 1)
                count: root.navigator.badges[modelData.page] ?? 0
                current: root.navigator.entry === modelData.page
                onClicked: root.navigator.go(modelData.page)
            }
        }
        Item {
            Layout.fillHeight: root.upright
            visible: root.upright
        }
        RailItem {
            objectName: "rail-lock"
            Layout.fillWidth: true
            text: qsTr("Lock")
            icon: "lock"
            visible: root.upright
            onClicked: root.locked()
        }
        Me {
            objectName: "rail-me"
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: Theme.touch
            Layout.preferredHeight: Theme.touch
            initials: root.session.staffInitials
            name: root.session.staffName
            portrait: !root.upright
            onSettingsWanted: root.navigator.open("settings")
            onLocked: root.locked()
        }
    }
}
