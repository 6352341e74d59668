import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import clienteling.desktop.kit

// One of the ways to pay; the button is inside, because a template's own icon is no name.
FocusScope {
    id: root

    property string icon
    property string text
    property bool chosen: false

    signal clicked

    Layout.fillWidth: true
    implicitHeight: Theme.touch
    implicitWidth: row.implicitWidth + 24
    Keys.onPressed: event => Walk.step(event, root)

    T.AbstractButton {
        id: button

        anchors.fill: parent
        focus: true
        text: root.text
        checked: root.chosen
        Accessible.role: Accessible.RadioButton
        Accessible.checked: checked
        onClicked: root.clicked()
        Keys.onReturnPressed: click()
        Keys.onEnterPressed: click()

        background: Rectangle {
            radius: Theme.radiusButton
            color: root.chosen ? Theme.accentSoft : Theme.raised
            border.width: 1
            border.color: root.chosen ? Theme.accent : Theme.line

            FocusRing {
                shown: button.visualFocus
            }
        }
    }
    RowLayout {
        id: row

        anchors.centerIn: parent
        width: Math.min(implicitWidth, parent.width - 16)
        spacing: 10

        Icon {
            name: root.icon
            color: root.chosen ? Theme.accent : Theme.ink
            size: 20
        }
        Body {
            Layout.fillWidth: true
            strong: true
            color: root.chosen ? Theme.accent : Theme.ink
            text: root.text
            Accessible.ignored: true
        }
    }
}
