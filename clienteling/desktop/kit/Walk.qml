pragma Singleton
import QtQuick

// Where the keyboard is, whether it came there by keys, and where an arrow leads. Main sets `at`.
QtObject {
    id: root

    property var at: null
    property bool byKeys: false
    // who walks by keys goes on seeing where, also where the walk was ours
    readonly property int reason: byKeys ? Qt.TabFocusReason : Qt.OtherFocusReason
    readonly property var ways: ({ [Qt.Key_Left]: [-1, 0], [Qt.Key_Right]: [1, 0], [Qt.Key_Up]: [0, -1], [Qt.Key_Down]: [0, 1] })

    onAtChanged: {
        if (at?.focusReason === Qt.MouseFocusReason)
            byKeys = false;
        else if ([Qt.TabFocusReason, Qt.BacktabFocusReason, Qt.ShortcutFocusReason].includes(at?.focusReason))
            byKeys = true;
        else if (byKeys && at?.focusReason !== undefined)
            at.focusReason = reason; // it was led there, by a sheet that closed or a page that came back
    }

    // to the nearest neighbour in the direction of the arrow: a sibling that can be pressed, or holds what can
    function step(event: var, from: Item) {
        const way = event.modifiers & ~Qt.KeypadModifier ? undefined : ways[event.key];
        const spots = [...(way ? from.parent.children : [])].filter(one => one !== from && root.isOpen(one)).map(one => {
            const x = one.x + one.width / 2 - from.x - from.width / 2, y = one.y + one.height / 2 - from.y - from.height / 2;
            return { one, ahead: x * way[0] + y * way[1], aside: Math.abs(x * way[1]) + Math.abs(y * way[0]) };
        }).filter(spot => spot.ahead > 1 && spot.ahead > spot.aside / 2);
        spots.sort((a, b) => a.ahead + 2 * a.aside - b.ahead - 2 * b.aside);
        spots[0]?.one.forceActiveFocus(Qt.TabFocusReason);
        event.accepted = spots.length > 0;
    }

    function isOpen(item: var): bool {
        return item.visible && item.enabled && (item instanceof FocusScope || item.clicked !== undefined);
    }
}
