import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import clienteling.desktop.kit

// One way on the rail: a sign over its word, with what is to act on.
FocusScope {
    id: root

    property string text
    property string icon
    property string shortcut
    property bool current: false
    property int count: 0
    readonly property color ink: current ? Theme.accent : Theme.ink2

    signal clicked

    implicitWidth: 72
    Keys.onPressed: event => Walk.step(event, root)
    implicitHeight: Math.round(64 * Math.max(1, Theme.textScale * 0.9))

    T.AbstractButton {
        id: button

        anchors.fill: parent
        focus: true
        text: root.text
        Accessible.role: Accessible.PageTab
        Accessible.name: root.count > 0 ? qsTr("%1, %2 to act on").arg(root.text).arg(root.count) : root.text
        Accessible.selected: root.current
        Accessible.description: root.shortcut
        onClicked: root.clicked()
        Keys.onReturnPressed: click()
        Keys.onEnterPressed: click()

        background: Rectangle {
            radius: Theme.radiusCard
            color: root.current ? Theme.accentSoft : button.pressed ? Theme.pressed : button.hovered ? Theme.hovered : "transparent"

            FocusRing {
                shown: button.visualFocus
                anchors.margins: 0
            }
        }
        contentItem: ColumnLayout {
            spacing: 3

            Item { Layout.fillHeight: true }
            Icon {
                Layout.alignment: Qt.AlignHCenter
                name: root.icon
                color: root.ink

                Badge {
                    x: parent.width - 8
                    y: -5
                    count: root.count
                    Accessible.ignored: true
                }
            }
            Caption {
                Layout.fillWidth: true
                text: root.text
                small: true
                strong: root.current
                color: root.ink
                horizontalAlignment: Text.AlignHCenter
                Accessible.ignored: true
            }
            Item { Layout.fillHeight: true }
        }
    }
}
