import QtQuick
import QtQuick.Templates as T

// A card to press; `text` is its name. One child inside gives it its size and fills it,
// unless it is anchored to the centre.
T.AbstractButton {
    id: root

    property bool selected: false
    // a list is one stop of the Tab key, its current tile; the arrows go on from there
    property bool stop: ListView.view === null || ListView.isCurrentItem
    readonly property Item child: holder.children[0] ?? null
    readonly property bool stretched: !(child?.anchors.centerIn ?? null)
    readonly property list<Binding> fits: [
        Binding { target: root.child; property: "width"; value: root.availableWidth; when: root.stretched },
        Binding { target: root.child; property: "height"; value: root.availableHeight; when: root.stretched }
    ]
    default property alias content: holder.data

    padding: Theme.space4
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.touch, implicitContentHeight + topPadding + bottomPadding)
    focusPolicy: stop || activeFocus ? Qt.StrongFocus : Qt.ClickFocus
    Accessible.focusable: true
    Accessible.selected: selected
    Keys.onPressed: event => Walk.step(event, root)
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    contentItem: Item {
        id: holder

        implicitWidth: root.child?.implicitWidth ?? 0
        implicitHeight: root.child?.implicitHeight ?? 0
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
            around: Theme.radiusCard - 6
            anchors.margins: 3 // inside: lists cut off what stands out of their first tile
        }
    }
}
