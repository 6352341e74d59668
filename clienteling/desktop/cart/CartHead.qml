import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// Whose cart it is, what came from online, and the way to the other open carts.
RowLayout {
    id: head

    required property CartViewModel model

    signal customerOpened(string customer)
    signal switched
    signal given

    spacing: Theme.space3

    Avatar {
        initials: head.model.initials
        visible: initials !== ""
    }
    Icon {
        name: "shopping-bag"
        size: 28
        visible: head.model.initials === ""
    }
    ColumnLayout {
        spacing: 2

        Heading {
            Layout.fillWidth: true
            level: 3
            text: head.model.title
        }
        Caption {
            Layout.fillWidth: true
            text: head.model.subtitle
        }
    }
    Chip {
        tone: "online"
        icon: "globe"
        text: head.model.online > 0 ? qsTr("%n from online", "", head.model.online) : ""
    }
    IconButton {
        objectName: "her-page"
        icon: "user"
        label: qsTr("Open her page")
        visible: head.model.customer !== ""
        onClicked: head.customerOpened(head.model.customer)
    }
    AppButton {
        objectName: "give"
        icon: "user-plus"
        text: qsTr("Give to a client")
        visible: head.model.customer === "" && head.model.pieces > 0
        onClicked: head.given()
    }
    IconButton {
        objectName: "switch"
        icon: "layers"
        label: qsTr("%n open carts", "", head.model.carts.count)
        filled: true
        onClicked: head.switched()
    }
}
