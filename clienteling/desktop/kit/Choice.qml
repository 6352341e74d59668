pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

// One of many, behind a press. It says what was chosen; `current` is bound by its owner.
FocusScope {
    id: root

    property string label
    property list<string> model
    property int current: 0

    signal chosen(int index)

    implicitWidth: 240
    implicitHeight: column.implicitHeight

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
        T.ComboBox {
            id: box

            Layout.fillWidth: true
            implicitHeight: Theme.touch
            focus: true
            model: root.model
            currentIndex: root.current
            onModelChanged: currentIndex = Qt.binding(() => root.current) // other choices: the template goes to the first
            Accessible.name: root.label
            onActivated: index => root.chosen(index)

            background: Rectangle {
                radius: Theme.radiusButton
                color: box.pressed ? Theme.raised : Theme.surface
                border.width: 1
                border.color: Theme.line

                FocusRing { shown: box.visualFocus }
            }
            contentItem: Words {
                leftPadding: 14
                rightPadding: 44
                text: box.displayText
                Accessible.ignored: true
            }
            indicator: Icon {
                x: box.width - width - 14
                anchors.verticalCenter: parent.verticalCenter
                name: "chevron-down"
                size: 20
            }
            delegate: T.ItemDelegate {
                id: choice

                required property string modelData
                required property int index

                width: ListView.view.width
                implicitHeight: Theme.touch
                text: modelData
                highlighted: box.highlightedIndex === index

                background: Rectangle {
                    radius: Theme.radiusPicture
                    color: choice.highlighted ? Theme.accentSoft : "transparent"
                }
                contentItem: Words {
                    leftPadding: 12
                    text: choice.text
                    font.weight: choice.index === root.current ? Font.DemiBold : Font.Normal
                    Accessible.ignored: true
                }
            }
            popup: T.Popup {
                y: box.height + 4
                width: box.width
                height: Math.min(contentItem.implicitHeight + 12, 320)
                padding: 6

                background: Rectangle {
                    radius: Theme.radiusButton
                    color: Theme.surface
                    border.width: 1
                    border.color: Theme.line
                }
                contentItem: RowList {
                    implicitHeight: contentHeight
                    model: box.popup.visible ? box.delegateModel : null
                    currentIndex: box.highlightedIndex
                    highlightFollowsCurrentItem: true
                }
            }
        }
    }
}
