import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

ColumnLayout {
    id: row

    required property string label
    required property list<string> choices
    required property int current

    signal chosen(int place)

    spacing: Theme.space2

    Body {
        Layout.fillWidth: true
        text: row.label
    }
    Segment {
        Layout.fillWidth: true
        label: row.label
        model: row.choices
        current: row.current
        onChosen: place => row.chosen(place)
    }
}
