pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// Whose a guest's cart is from now on: found by name or phone, or by her loyalty card.
Sheet {
    id: sheet

    required property GivingViewModel model

    title: qsTr("Give to a client")
    onAboutToShow: {
        search.text = "";
        model.begin();
    }
    onOpened: search.focusNow()
    onClosed: model.end()

    SearchField {
        id: search

        objectName: "give-search"
        Layout.fillWidth: true
        placeholder: qsTr("Name or phone, or scan her card")
        onEdited: text => sheet.model.search(text)
        onCleared: sheet.model.search("")
    }
    Item {
        Layout.fillWidth: true
        Layout.preferredHeight: 330

        RowList {
            anchors.fill: parent
            visible: sheet.model.state === "rows"
            model: sheet.model.hits
            Accessible.name: qsTr("Clients")
            delegate: ListRow {
                id: row

                required property string id
                required property string name
                required property string initials
                required detail
                required property int index

                objectName: "give-" + index
                width: ListView.view.width
                title: name
                leading: Avatar {
                    initials: row.initials
                }
                onClicked: sheet.model.give(id)
            }
        }
        ListState {
            anchors.fill: parent
            icon: "user"
            state: sheet.model.state
            sentence: sheet.model.sentence
            onRetry: sheet.model.retry()
        }
    }
    Caption {
        Layout.fillWidth: true
        lines: 0
        text: qsTr("Everything in it joins her cart. You can undo it.")
    }
    Connections {
        target: sheet.model

        function onHanded() {
            sheet.close();
        }
    }
}
