import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

// A line to write in. `edited` also tells the half-made syllable of a Korean keyboard.
FocusScope {
    id: root

    property string label
    property alias text: input.text
    property string placeholder
    property string hint
    property string problem
    property string icon
    property bool secure: false
    property bool numeric: false
    property alias maximumLength: input.maximumLength
    property alias readOnly: input.readOnly

    signal edited(string text)
    signal accepted

    implicitWidth: 280
    implicitHeight: column.implicitHeight
    opacity: enabled ? 1 : 0.55

    ColumnLayout {
        id: column

        width: parent.width
        spacing: 6

        Caption {
            Layout.fillWidth: true
            text: root.label
            strong: true
            visible: text !== ""
            Accessible.ignored: true
        }
        T.TextField {
            id: input

            Layout.fillWidth: true
            implicitHeight: Theme.touch
            focus: true
            leftPadding: root.icon === "" ? 14 : 44
            rightPadding: 14
            color: Theme.ink
            selectionColor: Theme.accent
            selectedTextColor: Theme.accentInk
            font.family: Theme.family
            font.pixelSize: Theme.body
            font.features: root.numeric ? { "tnum": 1 } : {}
            verticalAlignment: TextInput.AlignVCenter
            echoMode: root.secure ? TextInput.Password : TextInput.Normal
            inputMethodHints: root.numeric ? Qt.ImhDigitsOnly : Qt.ImhNone
            selectByMouse: true
            Accessible.name: root.label !== "" ? root.label : root.placeholder
            Accessible.description: root.problem !== "" ? root.problem : root.hint
            onDisplayTextChanged: if (activeFocus) root.edited(root.secure ? text : displayText)
            onAccepted: root.accepted()

            background: Rectangle {
                radius: Theme.radiusButton
                color: input.readOnly ? Theme.raised : Theme.surface
                border.width: input.activeFocus ? 2 : 1
                border.color: root.problem !== "" ? Theme.bad : input.activeFocus ? Theme.accent : Theme.line
            }
            Icon {
                anchors { left: parent.left; leftMargin: 14; verticalCenter: parent.verticalCenter }
                name: root.icon
                size: 20
            }
            Words {
                anchors { fill: parent; leftMargin: input.leftPadding; rightMargin: input.rightPadding }
                text: root.placeholder
                color: Theme.ink2
                visible: input.displayText === ""
                Accessible.ignored: true
            }
        }
        Caption {
            Layout.fillWidth: true
            text: root.problem !== "" ? root.problem : root.hint
            color: root.problem !== "" ? Theme.bad : Theme.ink2
            lines: 0
            visible: text !== ""
        }
    }
}
