import QtQuick

// Keeps in sight what the keyboard is on; in a list the row that has it is the current one.
QtObject {
    id: root

    required property Flickable view
    // whether the Tab key comes to one row only, and the arrows to the others; not where a row holds several things
    property bool roves: true
    readonly property var list: roves ? view as ItemView : null
    readonly property int rows: list?.count ?? 0
    // not a binding: a list that gets another current row moves the focus itself
    readonly property Connections heard: Connections {
        target: Walk

        function onAtChanged() {
            let within = Walk.at;
            while (within && within !== root.view.contentItem)
                within = within.parent;
            if (within)
                root.follow(Walk.at.mapToItem(within, 0, 0, Walk.at.width, Walk.at.height));
        }
    }
    // the shortest way to a place from which all of it is seen, with room for its ring and the edge of what comes next
    readonly property var near: (now, first, length, most, least) =>
        Math.max(first, Math.min(first + length, Math.max(least + 8, Math.min(now, most - 8))))

    // a list that was empty has no current row, and the Tab key would pass it by
    onRowsChanged: if (rows > 0 && list.currentIndex < 0 && list.header === null) list.currentIndex = 0

    function follow(spot: rect) {
        const row = list?.indexAt(spot.x + spot.width / 2, spot.y + spot.height / 2) ?? -1;
        // none while it is on a header: a list gives the focus to its current row whenever rows change
        if (list && (row >= 0 || list.header !== null))
            list.currentIndex = row;
        if (!Walk.byKeys || view.width < spot.width || view.height < spot.height)
            return; // nothing to see yet: a sheet that just opens has not laid out its list
        const across = view.contentWidth + view.leftMargin + view.rightMargin;
        const down = view.contentHeight + view.topMargin + view.bottomMargin;
        if (across > view.width)
            view.contentX = near(view.contentX, view.originX - view.leftMargin, across - view.width, spot.x, spot.x + spot.width - view.width);
        if (down > view.height)
            view.contentY = near(view.contentY, view.originY - view.topMargin, down - view.height, spot.y, spot.y + spot.height - view.height);
    }
}
