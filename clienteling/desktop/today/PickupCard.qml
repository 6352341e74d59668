pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// Orders that lie ready in this store, the oldest first.
Card {
    id: card

    required property TodayViewModel model

    signal opened(string order)

    objectName: "pickups"
    Layout.fillWidth: true
    padding: 18
    topPadding: Theme.space3
    bottomPadding: Theme.space2

    ColumnLayout {
        spacing: 0

        RowLayout {
            Layout.minimumHeight: 34

            SectionTitle {
                Layout.fillWidth: true
                text: qsTr("Pickup desk")
            }
            Chip {
                text: rows.count > 0 ? qsTr("%n ready", "", rows.count) : ""
                tone: "store"
            }
        }
        Divider {
            Layout.fillWidth: true
        }
        Repeater {
            id: rows

            model: card.model.pickups

            ListRow {
                id: row

                required property string order
                required property string initials
                required title
                required detail
                required property string since
                required property int index

                objectName: "pickup-" + index
                Layout.fillWidth: true
                trailing: since
                divided: index < rows.count - 1
                leading: Avatar {
                    initials: row.initials
                    tone: "store"
                }
                onClicked: card.opened(order)
            }
        }
        ListState {
            Layout.fillWidth: true
            Layout.minimumHeight: implicitHeight
            rows: 2
            icon: "package-check"
            state: card.model.pickupState
            sentence: qsTr("Nothing waits to be collected. Orders that are ready for pickup will stand here.")
        }
    }
}
