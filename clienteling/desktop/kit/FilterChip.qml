import QtQuick
import QtQuick.Templates as T

// A choice among a few: pressed again by whoever owns it; `checked` is bound, never set here.
T.AbstractButton {
    id: root

    property string tone: "accent"
    // a list is one stop of the Tab key, its current chip; the arrows go on from there
    readonly property bool stop: ListView.view === null || ListView.isCurrentItem

    implicitWidth: words.implicitWidth + 24
    implicitHeight: Theme.touch
    focusPolicy: stop || activeFocus ? Qt.StrongFocus : Qt.ClickFocus
    Accessible.focusable: true
    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: checked
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()
    Keys.onPressed: event => Walk.step(event, root)

    background: Item {
        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            height: Math.round(32 * Theme.textScale)
            radius: height / 2
            color: root.checked ? Theme.toneSoft(root.tone) : Theme.raised
            border.width: 1
            border.color: root.checked ? Theme.toneInk(root.tone) : Theme.line

            Rectangle {
                anchors.fill: parent
                radius: parent.radius
                color: root.pressed ? Theme.pressed : Theme.hovered
                visible: root.pressed || root.hovered
            }
            FocusRing {
                shown: root.visualFocus
                around: parent.radius
            }
        }
    }
    contentItem: Words {
        id: words

        text: root.text
        color: root.checked ? Theme.toneInk(root.tone) : Theme.ink2
        font.pixelSize: Theme.small
        font.weight: Font.DemiBold
        horizontalAlignment: Text.AlignHCenter
        Accessible.ignored: true
    }
}
