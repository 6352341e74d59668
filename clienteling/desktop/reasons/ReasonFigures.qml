pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// A name at the left and five figures at the right, each under its own head.
RowLayout {
    id: line

    required property list<string> figures
    property bool head: false
    property string name
    property string detail

    spacing: Theme.space2

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 2

        Body {
            Layout.fillWidth: true
            text: line.name
            strong: true
            lines: 2
        }
        Caption {
            Layout.fillWidth: true
            visible: text !== ""
            lines: 3
            text: line.detail
        }
    }
    Repeater {
        model: line.figures

        Figure {
            required property string modelData
            required property int index

            Layout.preferredWidth: Math.round(58 * Theme.textScale)
            Layout.alignment: Qt.AlignTop
            horizontalAlignment: Text.AlignRight
            size: line.head ? Theme.tiny : Theme.body
            strong: !line.head && index === line.figures.length - 1
            color: line.head ? Theme.ink2 : Theme.ink
            lines: line.head ? 2 : 1
            text: modelData
        }
    }
}
