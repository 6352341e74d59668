import QtQuick
import QtQuick.Templates as T

// A card to press; `text` is its name. One child inside gives it its size and fills it.
T.AbstractButton {
    id: root

    property bool selected: false
    default property alias content: holder.data

    padding: Theme.space4
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.touch, implicitContentHeight + topPadding + bottomPadding)
    Accessible.selected: selected
    Keys.onReturnPressed: click()

    contentItem: Item {
        id: holder

        implicitWidth: children.length > 0 ? children[0].implicitWidth : 0
        implicitHeight: children.length > 0 ? children[0].implicitHeight : 0
    }
    readonly property Binding fitWidth: Binding {
        target: holder.children[0] ?? null
        property: "width"
        value: root.availableWidth
    }
    readonly property Binding fitHeight: Binding {
        target: holder.children[0] ?? null
        property: "height"
        value: root.availableHeight
    }

    background: Rectangle {
        radius: Theme.radiusCard
        color: Theme.surface
        border.width: root.selected ? 2 : 1
        border.color: root.selected ? Theme.accent : Theme.line

        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: root.pressed ? Theme.pressed : Theme.hovered
            visible: root.pressed || root.hovered
        }
        FocusRing {
            shown: root.visualFocus
            around: Theme.radiusCard
        }
    }
}
