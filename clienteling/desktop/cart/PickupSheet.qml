pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// The stores where a line can be picked up, those with the most of it first.
Sheet {
    id: sheet

    required property PickupViewModel model

    title: qsTr("Pick up at")

    ListState {
        Layout.fillWidth: true
        icon: "store"
        state: sheet.model.state
        sentence: qsTr("There is no store where this could be picked up.")
        onRetry: sheet.model.retry()
    }
    Repeater {
        model: sheet.model.state === "rows" ? sheet.model.stores : null

        ListRow {
            id: row

            required property string store
            required property string name
            required property int quantity
            required property bool chosen

            objectName: "store-" + store
            Layout.fillWidth: true
            title: name
            detail: quantity > 0 ? qsTr("Lies there") : qsTr("Is sent there first")
            trailing: quantity > 0 ? quantity : ""
            selected: chosen
            onClicked: {
                sheet.model.pickUpAt(row.store);
                sheet.close();
            }
        }
    }
}
