import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

// One line of a list: what it is, a quieter second line, what belongs at the right.
T.AbstractButton {
    id: root

    property string title
    property string detail
    property int detailLines: 1
    property string trailing
    property string trailingDetail
    property list<var> tags
    property bool selected: false
    property bool divided: true
    property bool interactive: true
    property alias leading: leadingSlot.data
    default property alias extra: extraSlot.data

    implicitWidth: 320
    implicitHeight: Math.max(Math.round(66 * Theme.textScale), implicitContentHeight + 20)
    leftPadding: selected ? Theme.space3 : 0
    rightPadding: selected ? Theme.space3 : 0
    focusPolicy: interactive ? Qt.StrongFocus : Qt.NoFocus
    hoverEnabled: interactive
    text: [title, detail, trailing, trailingDetail].filter(words => words !== "").join(", ")
    Accessible.role: interactive ? Accessible.Button : Accessible.ListItem
    Keys.onReturnPressed: click()

    background: Rectangle {
        radius: Theme.radiusPicture
        color: root.selected ? Theme.raised : root.interactive && root.pressed ? Theme.pressed : root.hovered ? Theme.hovered : "transparent"

        Rectangle {
            width: 3
            height: parent.height - 20
            anchors.verticalCenter: parent.verticalCenter
            radius: 2
            color: Theme.accent
            visible: root.selected
        }
        Divider {
            anchors.bottom: parent.bottom
            width: parent.width
            visible: root.divided && !root.selected
        }
        FocusRing {
            shown: root.visualFocus
            anchors.margins: 0
        }
    }
    contentItem: RowLayout {
        spacing: Theme.space3

        RowLayout {
            id: leadingSlot

            visible: children.length > 0
        }
        ColumnLayout {
            spacing: 2

            RowLayout {
                spacing: Theme.space2

                Body {
                    Layout.fillWidth: true
                    Layout.maximumWidth: Math.ceil(implicitWidth)
                    text: root.title
                    strong: true
                    Accessible.ignored: true
                }
                Repeater {
                    model: root.tags

                    Chip {
                        required property var modelData

                        text: modelData.text
                        tone: modelData.tone ?? "neutral"
                        icon: modelData.icon ?? ""
                    }
                }
                Item { Layout.fillWidth: true }
            }
            Caption {
                Layout.fillWidth: true
                text: root.detail
                lines: root.detailLines
                visible: text !== ""
                Accessible.ignored: true
            }
        }
        ColumnLayout {
            spacing: 2
            visible: root.trailing !== "" || root.trailingDetail !== ""

            Figure {
                Layout.alignment: Qt.AlignRight
                text: root.trailing
                visible: text !== ""
                strong: root.trailingDetail !== ""
                size: root.trailingDetail !== "" ? Theme.body : Theme.small
                color: root.trailingDetail !== "" ? Theme.ink : Theme.ink2
                Accessible.ignored: true
            }
            Figure {
                Layout.alignment: Qt.AlignRight
                text: root.trailingDetail
                visible: text !== ""
                strong: false
                size: Theme.tiny
                color: Theme.ink2
                Accessible.ignored: true
            }
        }
        RowLayout {
            id: extraSlot

            visible: children.length > 0
            spacing: Theme.space3
        }
    }
}
