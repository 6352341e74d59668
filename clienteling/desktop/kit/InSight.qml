import QtQuick

// Keeps in sight what the keyboard is on; in a list the row that has it is the current one.
QtObject {
    id: root

    required property Flickable view
    readonly property var list: view as ItemView
    readonly property Item at: Walk.at
    readonly property int rows: list?.count ?? 0

    // a list that was empty has no current row, and the Tab key would pass it by
    onRowsChanged: if (rows > 0 && list.currentIndex < 0 && list.header === null) list.currentIndex = 0

    onAtChanged: {
        if (!root.holds(at))
            return;
        const spot = at.mapToItem(view.contentItem, 0, 0, at.width, at.height);
        if (list) // none while it is on a header: a list gives the focus to its current row whenever rows change
            list.currentIndex = list.indexAt(spot.x + spot.width / 2, spot.y + spot.height / 2);
        if (Walk.byKeys && view.contentWidth > view.width)
            view.contentX = root.near(view.contentX, view.originX, view.contentWidth - view.width, spot.x, spot.x + spot.width - view.width);
        if (Walk.byKeys && view.contentHeight > view.height)
            view.contentY = root.near(view.contentY, view.originY, view.contentHeight - view.height, spot.y, spot.y + spot.height - view.height);
    }

    function holds(item: Item): bool {
        return item !== null && (item === view.contentItem || holds(item.parent));
    }

    // the shortest way to a place from which all of it is seen, with room for its ring and the edge of what comes next
    function near(now: real, first: real, length: real, most: real, least: real): real {
        return Math.max(first, Math.min(first + length, Math.max(least + 8, Math.min(now, most - 8))));
    }
}
