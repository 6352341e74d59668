pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// A few people with the reason to speak to them.
Card {
    id: card

    required property string title
    required property QtObject model
    property string aside
    property string sentence
    property string tone: "accent"
    // a card has a state of its own word: Item.state is only a string
    readonly property bool filled: state === "rows"

    signal opened(string customer)

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
                text: card.title
            }
            Caption {
                visible: card.aside !== "" && card.filled
                text: card.aside
            }
            Chip {
                objectName: "count"
                text: card.aside === "" && card.filled ? rows.count : ""
                tone: card.tone
            }
        }
        Divider {
            Layout.fillWidth: true
        }
        Repeater {
            id: rows

            model: card.filled ? card.model : null

            ListRow {
                id: row

                required property string customer
                required property string name
                required property string initials
                required detail
                required tags
                required property string since
                required property int index

                objectName: card.objectName + "-" + index
                Layout.fillWidth: true
                title: name
                trailing: since
                detailLines: Theme.wide ? 1 : 2
                divided: index < rows.count - 1
                leading: Avatar { initials: row.initials }
                onClicked: card.opened(customer)
            }
        }
        ListState {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: implicitHeight
            rows: 2
            icon: "users"
            state: card.state
            sentence: card.sentence
        }
        Item {
            Layout.fillHeight: true
        }
    }
}
