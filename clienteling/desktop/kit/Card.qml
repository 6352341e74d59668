import QtQuick
import QtQuick.Templates as T

// A sheet of paper on the table: one hairline, no shadow. One child inside gives it its size.
T.Pane {
    property bool flat: false

    padding: Theme.space4
    implicitWidth: Math.max(implicitBackgroundWidth, contentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(implicitBackgroundHeight, contentHeight + topPadding + bottomPadding)

    background: Rectangle {
        radius: Theme.radiusCard
        color: parent.flat ? Theme.raised : Theme.surface
        border.width: parent.flat ? 0 : 1
        border.color: Theme.line
    }
}
