import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

// A few lines to write, with how many characters are left to say it.
FocusScope {
    id: root

    property string label
    property alias text: input.text
    property string placeholder
    property string problem
    property int limit: 0
    property int rows: 3
    readonly property bool over: limit > 0 && input.length > limit

    signal edited(string text)

    implicitWidth: 320
    implicitHeight: column.implicitHeight

    ColumnLayout {
        id: column

        anchors.fill: parent
        spacing: 6

        Caption {
            Layout.fillWidth: true
            text: root.label
            strong: true
            visible: text !== ""
            Accessible.ignored: true
        }
        T.TextArea {
            id: input

            Layout.fillWidth: true
            Layout.fillHeight: true
            implicitHeight: Math.max(contentHeight, Math.round(root.rows * Theme.body * 1.5)) + 24
            focus: true
            padding: 12
            leftPadding: 14
            rightPadding: 14
            textFormat: TextEdit.PlainText
            wrapMode: TextEdit.Wrap
            color: Theme.ink
            selectionColor: Theme.accent
            selectedTextColor: Theme.accentInk
            font.family: Theme.family
            font.pixelSize: Theme.body
            selectByMouse: true
            Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
            Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
            Accessible.name: root.label !== "" ? root.label : root.placeholder
            onTextChanged: if (activeFocus) root.edited(text)

            background: Rectangle {
                radius: Theme.radiusButton
                color: Theme.surface
                border.width: input.activeFocus ? 2 : 1
                border.color: root.over || root.problem !== "" ? Theme.bad : input.activeFocus ? Theme.accent : Theme.line
            }
            Words {
                anchors { left: parent.left; right: parent.right; top: parent.top; margins: 12; leftMargin: 14 }
                text: root.placeholder
                color: Theme.ink2
                lines: 2
                visible: input.length === 0 && input.preeditText === ""
                Accessible.ignored: true
            }
        }
        RowLayout {
            visible: root.problem !== "" || root.limit > 0

            Caption {
                Layout.fillWidth: true
                text: root.problem
                color: Theme.bad
                lines: 0
            }
            Figure {
                text: input.length + " / " + root.limit
                visible: root.limit > 0
                size: Theme.tiny
                strong: root.over
                color: root.over ? Theme.bad : Theme.ink2
            }
        }
    }
}
