import QtQuick
import clienteling.desktop.kit

// A line that leads to another page.
ListRow {
    id: door

    property string icon

    leading: Icon {
        name: door.icon
    }

    Icon {
        name: "chevron-right"
        size: 20
    }
}
