import QtQuick
import QtQuick.Controls.Basic

// A list that may be endless: rows are used again, and it is scrolled by finger.
ListView {
    reuseItems: true
    clip: true
    boundsBehavior: Flickable.DragOverBounds
    keyNavigationEnabled: true
    Accessible.role: Accessible.List
    ScrollBar.vertical: ScrollMark {}
}
