import QtQuick
import QtQuick.Templates as T

// A sheet of paper on the table: one hairline, no shadow. One child inside gives it its size and fills it.
T.Pane {
    id: root

    property bool flat: false

    padding: Theme.space4
    implicitWidth: contentWidth + leftPadding + rightPadding
    implicitHeight: contentHeight + topPadding + bottomPadding

    background: Rectangle {
        radius: Theme.radiusCard
        color: root.flat ? Theme.raised : Theme.surface
        border.width: root.flat ? 0 : 1
        border.color: Theme.line
    }

    Binding {
        target: root.contentChildren[0] ?? null
        property: "width"
        value: root.availableWidth
    }
    Binding {
        target: root.contentChildren[0] ?? null
        property: "height"
        value: root.availableHeight
    }
}
