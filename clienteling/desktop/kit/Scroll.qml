import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

// A page longer than the window: its children stand in one column.
Flickable {
    id: root

    property real padding: 0
    property alias spacing: column.spacing
    default property alias content: column.data

    contentHeight: column.implicitHeight + 2 * padding
    clip: true
    boundsBehavior: Flickable.DragOverBounds
    ScrollBar.vertical: ScrollMark {}

    InSight { view: root }

    ColumnLayout {
        id: column

        x: root.padding
        y: root.padding
        width: root.width - 2 * root.padding
        spacing: Theme.space4
    }
}
