pragma ComponentBehavior: Bound
import QtQuick
import clienteling.desktop.kit

// The shape of the grid until the products are here.
Grid {
    id: shapes

    columns: Math.max(2, Math.floor(width / (184 * Theme.textScale)))
    spacing: Theme.space3

    Repeater {
        model: shapes.columns * 2

        Skeleton {
            width: Math.floor(shapes.width / shapes.columns) - Theme.space3
            height: Math.round(width + 56 * Theme.textScale)
            radius: Theme.radiusCard
        }
    }
}
