import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// The product that is told of, how many people, and what can be done with the list.
RowLayout {
    id: head

    required property AudienceViewModel model

    spacing: Theme.space3

    Picture {
        Layout.preferredWidth: 72
        Layout.preferredHeight: 72
        product: head.model.product
        icon: head.model.icon
        label: head.model.name
        visible: head.model.product !== ""
    }
    ColumnLayout {
        spacing: 2

        SectionTitle {
            Layout.fillWidth: true
            text: qsTr("Whom to tell")
        }
        Heading {
            Layout.fillWidth: true
            level: 2
            lines: 2
            text: head.model.name
        }
        Caption {
            objectName: "audience-summary"
            Layout.fillWidth: true
            lines: 2
            text: head.model.summary
            visible: text !== ""
        }
    }
    AppButton {
        objectName: "cancel-audience"
        icon: "x"
        text: qsTr("Cancel")
        visible: head.model.asking
        onClicked: head.model.cancel()
    }
    AppButton {
        objectName: "save-audience"
        icon: "download"
        text: qsTr("Save as a table")
        visible: head.model.state === "rows"
        onClicked: head.model.save()
    }
}
