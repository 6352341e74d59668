import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// A new client, begun with what was typed: a name, one contact and the privacy notice are enough.
Sheet {
    id: sheet

    required property NewClientViewModel model

    title: qsTr("New client")
    onAboutToShow: {
        name.text = model.name;
        phone.text = model.phone;
        email.text = model.email;
        notice.checked = false;
        model.begin();
    }
    onOpened: (name.text === "" ? name : phone).forceActiveFocus()

    Field {
        id: name

        objectName: "new-name"
        Layout.fillWidth: true
        label: qsTr("Name")
        maximumLength: 200
        problem: sheet.model.problemField === "name" ? sheet.model.problemText : ""
    }
    Field {
        id: phone

        objectName: "new-phone"
        Layout.fillWidth: true
        label: qsTr("Phone")
        icon: "phone"
        maximumLength: 40
        problem: sheet.model.problemField === "phone" ? sheet.model.problemText : ""
    }
    Field {
        id: email

        objectName: "new-email"
        Layout.fillWidth: true
        label: qsTr("E-mail")
        icon: "mail"
        hint: qsTr("One of phone and e-mail is enough.")
        maximumLength: 200
        problem: sheet.model.problemField === "email" ? sheet.model.problemText : ""
    }
    Check {
        id: notice

        objectName: "new-notice"
        Layout.fillWidth: true
        text: qsTr("I showed the privacy notice")
    }
    Caption {
        Layout.fillWidth: true
        visible: sheet.model.problemField === "notice"
        lines: 0
        color: Theme.bad
        text: sheet.model.problemText
    }
    footer: RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space3

        Item {
            Layout.fillWidth: true
        }
        AppButton {
            text: qsTr("Cancel")
            big: true
            onClicked: sheet.close()
        }
        AppButton {
            objectName: "create"
            kind: "primary"
            big: true
            text: qsTr("Create client")
            onClicked: sheet.model.create(name.text, phone.text, email.text, notice.checked)
        }
    }
    Connections {
        target: sheet.model

        function onCreated() {
            sheet.close();
        }
    }
}
