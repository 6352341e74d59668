import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// One number of the week and what it counts.
ColumnLayout {
    id: root

    property string value
    property string label

    spacing: 2

    Figure {
        text: root.value
        size: Theme.heading
    }
    Caption {
        text: root.label
    }
}
