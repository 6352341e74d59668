import QtQuick
import QtQuick.Templates as T

// The box that finds. It tells every keystroke, the half-made syllable of a Korean keyboard too.
FocusScope {
    id: root

    property alias text: input.text
    readonly property alias shownText: input.displayText
    property string placeholder
    property string icon: "search"

    signal edited(string text)
    signal accepted
    signal cleared

    implicitWidth: 320
    implicitHeight: Theme.touch

    function focusNow() {
        input.forceActiveFocus(Qt.ShortcutFocusReason);
        input.selectAll();
    }

    T.TextField {
        id: input

        anchors.fill: parent
        focus: true
        leftPadding: 50
        rightPadding: clear.visible ? Theme.touch : 20
        color: Theme.ink
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentInk
        font.family: Theme.family
        font.pixelSize: Theme.body
        verticalAlignment: TextInput.AlignVCenter
        inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
        selectByMouse: true
        Accessible.role: Accessible.EditableText
        Accessible.name: root.placeholder
        onDisplayTextChanged: if (activeFocus) root.edited(displayText)
        onAccepted: root.accepted()
        Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape && displayText !== ""
        Keys.onEscapePressed: event => {
            event.accepted = displayText !== "";
            clear.clicked();
        }

        background: Rectangle {
            radius: height / 2
            color: Theme.surface
            border.width: input.activeFocus ? 2 : 1
            border.color: input.activeFocus ? Theme.accent : Theme.line
        }
        Icon {
            anchors { left: parent.left; leftMargin: 18; verticalCenter: parent.verticalCenter }
            name: root.icon
            size: 21
        }
        Words {
            anchors { fill: parent; leftMargin: input.leftPadding; rightMargin: input.rightPadding }
            text: root.placeholder
            color: Theme.ink2
            visible: input.displayText === ""
            Accessible.ignored: true
        }
        IconButton {
            id: clear

            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            icon: "x"
            iconSize: 18
            label: qsTr("Clear the search")
            visible: input.displayText !== ""
            onClicked: {
                input.clear();
                root.cleared();
            }
        }
    }
}
