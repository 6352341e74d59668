import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

// A button with words. The icon is a name, so it stands in a scope of its own around the template's button.
FocusScope {
    id: root

    property string text
    property string icon
    property string kind: "plain"
    property bool big: false
    property bool busy: false
    property bool round: false
    readonly property bool filled: kind === "primary"
    readonly property color ink: filled ? Theme.accentInk : kind === "danger" ? Theme.bad : kind === "quiet" ? Theme.accent : Theme.ink

    signal clicked

    implicitWidth: button.implicitWidth
    implicitHeight: big ? Theme.primary : Theme.touch
    opacity: enabled ? 1 : 0.45

    T.AbstractButton {
        id: button

        anchors.fill: parent
        focus: true
        text: root.text
        enabled: !root.busy
        implicitWidth: implicitContentWidth + leftPadding + rightPadding
        leftPadding: root.kind === "quiet" ? Theme.space2 : 18
        rightPadding: leftPadding
        onClicked: root.clicked()
        Keys.onReturnPressed: click()
        Keys.onEnterPressed: click()

        background: Rectangle {
            radius: root.round ? height / 2 : Theme.radiusButton
            color: root.filled ? Theme.accent : root.kind === "quiet" ? "transparent" : Theme.raised
            border.width: root.filled || root.kind === "quiet" ? 0 : 1
            border.color: Theme.line

            Rectangle {
                anchors.fill: parent
                radius: parent.radius
                color: button.pressed ? Theme.pressed : Theme.hovered
                visible: button.pressed || button.hovered
            }
            FocusRing {
                shown: button.visualFocus
                around: parent.radius
            }
        }
        contentItem: Item {
            implicitWidth: row.implicitWidth

            RowLayout {
                id: row

                anchors.centerIn: parent
                width: Math.min(implicitWidth, parent?.width ?? implicitWidth)
                spacing: 10

                Icon {
                    name: root.busy ? "hourglass" : root.icon
                    color: root.ink
                    size: 20
                }
                Words {
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: root.text
                    color: root.ink
                    font.weight: Font.DemiBold
                    font.pixelSize: root.big ? Math.round(16 * Theme.textScale) : Theme.body
                    Accessible.ignored: true
                }
            }
        }
    }
}
