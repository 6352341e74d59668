import QtQuick
import QtQuick.Controls.Basic

// A list that may be endless: rows are used again, and it is scrolled by finger.
ListView {
    id: list

    property bool roves: true
    // who has not scrolled sees what comes in above the first row
    property bool atTop: true

    reuseItems: true
    cacheBuffer: 0 // rows made ahead are made in pieces, and news between two of them brings the app down
    clip: true
    boundsBehavior: Flickable.DragOverBounds
    highlightFollowsCurrentItem: false // only the keyboard moves the current row, and it is followed by InSight
    Accessible.role: Accessible.List
    onContentYChanged: atTop = contentY <= originY + 1
    onOriginYChanged: if (atTop && !moving) positionViewAtBeginning()
    ScrollBar.vertical: ScrollMark {}

    InSight {
        view: list
        roves: list.roves
    }
}
