pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

// One of a few, all in sight. It says what was chosen; `current` is bound by its owner.
Rectangle {
    id: root

    property list<string> model
    property int current: 0
    property string label

    signal chosen(int index)

    // as wide as the longest wants to be, for each: the layout only adds up what they want
    implicitWidth: model.length * Math.max(...[...row.children].map(part => part.implicitWidth)) + 6
    implicitHeight: Theme.touch
    radius: Theme.radiusButton
    color: Theme.raised
    border.width: 1
    border.color: Theme.line
    opacity: enabled ? 1 : 0.45
    Accessible.role: Accessible.PageTabList
    Accessible.name: label

    RowLayout {
        id: row

        anchors.fill: parent
        anchors.margins: 3
        spacing: 0
        uniformCellSizes: true

        Repeater {
            model: root.model

            T.AbstractButton {
                id: part

                required property string modelData
                required property int index

                Layout.fillWidth: true
                Layout.fillHeight: true
                implicitWidth: words.implicitWidth + 24
                text: modelData
                checked: index === root.current
                Accessible.role: Accessible.RadioButton
                Accessible.checked: checked
                onClicked: root.chosen(index)
                Keys.onReturnPressed: click()
                Keys.onEnterPressed: click()
                Keys.onPressed: event => Walk.step(event, part)

                background: Rectangle {
                    radius: Theme.radiusButton - 3
                    color: part.checked ? Theme.accent : part.pressed ? Theme.pressed : part.hovered ? Theme.hovered : "transparent"

                    FocusRing { shown: part.visualFocus }
                }
                contentItem: Words {
                    id: words

                    text: part.text
                    color: part.checked ? Theme.accentInk : Theme.ink2
                    font.pixelSize: Theme.small
                    font.weight: Font.DemiBold
                    horizontalAlignment: Text.AlignHCenter
                    Accessible.ignored: true
                }
            }
        }
    }
}
