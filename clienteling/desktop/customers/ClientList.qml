pragma ComponentBehavior: Bound
import QtQuick
import clienteling.desktop.kit

// People, one a line. Whoever is only at central says so and is fetched when opened.
RowList {
    id: list

    property string fetching
    property int detailLines: 1

    signal opened(string customer)

    Accessible.name: qsTr("Clients")
    delegate: ListRow {
        id: row

        required property string id
        required property string name
        required property string initials
        required detail
        required property string when
        required tags
        required property list<string> consents
        required property bool elsewhere
        required property int index

        objectName: "client-" + index
        width: ListView.view.width
        title: name
        detailLines: list.detailLines
        trailing: list.fetching === id ? qsTr("Fetching") : when
        leading: Avatar {
            initials: row.initials
            tone: row.elsewhere ? "online" : "accent"
        }
        onClicked: list.opened(id)

        Item {
            implicitWidth: 90
            implicitHeight: consentRow.height

            Row {
                id: consentRow

                anchors.right: parent.right
                spacing: 6

                Repeater {
                    model: row.consents

                    Icon {
                        required property string modelData

                        name: modelData
                        size: 18
                        color: Theme.ink3
                    }
                }
            }
        }
    }
}
