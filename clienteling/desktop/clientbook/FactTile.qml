import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// One fact of which a touch says more.
Tile {
    id: tile

    required property string label
    required property string value
    property string detail

    Layout.fillWidth: true
    Layout.fillHeight: true
    padding: 14
    text: [label, value, detail].filter(words => words !== "").join(", ")

    FactWords {
        label: tile.label
        value: tile.value
        detail: tile.detail
        leads: true
    }
}
