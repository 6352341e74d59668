pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// A client's details: how she is called and reached, what fits and pleases her, what she agreed to.
Sheet {
    id: sheet

    required property DetailsViewModel model
    property var sizes: ({})
    property var consents: ({})

    signal cardWanted

    title: qsTr("Details")
    onAboutToShow: {
        name.text = model.name;
        phone.text = model.phone;
        email.text = model.email;
        says.text = model.says;
        sizes = {};
        consents = {};
    }

    Field {
        id: name

        objectName: "details-name"
        Layout.fillWidth: true
        label: qsTr("Name")
        problem: sheet.model.problemField === "name" ? sheet.model.problemText : ""
    }
    GridLayout {
        columns: Theme.wide ? 2 : 1
        columnSpacing: Theme.space3
        rowSpacing: Theme.space3
        uniformCellWidths: true

        Field {
            id: phone

            objectName: "details-phone"
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            label: qsTr("Phone")
            icon: "phone"
            problem: sheet.model.problemField === "phone" ? sheet.model.problemText : ""
        }
        Field {
            id: email

            objectName: "details-email"
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            label: qsTr("E-mail")
            icon: "mail"
            problem: sheet.model.problemField === "email" ? sheet.model.problemText : ""
        }
    }
    Field {
        id: says

        objectName: "details-says"
        Layout.fillWidth: true
        label: qsTr("Likes, in her own words")
        hint: qsTr("Put commas between them.")
    }
    RowLayout {
        spacing: Theme.space3

        Repeater {
            model: sheet.model.sizes

            Field {
                required property var modelData

                objectName: "details-size-" + modelData.key
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                label: sheet.model.sizeWords[modelData.key] ?? modelData.key
                text: modelData.value
                onEdited: words => sheet.sizes[modelData.key] = words.trim()
            }
        }
    }
    SectionTitle {
        Layout.topMargin: Theme.space2
        text: qsTr("She agreed to")
    }
    GridLayout {
        columns: 2
        columnSpacing: Theme.space4
        rowSpacing: 0
        uniformCellWidths: true

        Repeater {
            model: sheet.model.consents

            Check {
                required property var modelData

                objectName: "details-consent-" + modelData.key
                Layout.fillWidth: true
                text: sheet.model.consentWords[modelData.key]
                checked: modelData.agreed
                onToggled: sheet.consents[modelData.key] = checked
            }
        }
    }
    footer: RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space3

        AppButton {
            objectName: "print-card"
            icon: "id-card"
            text: qsTr("Loyalty card")
            big: true
            onClicked: {
                sheet.close();
                sheet.cardWanted();
            }
        }
        Item {
            Layout.fillWidth: true
        }
        AppButton {
            text: qsTr("Cancel")
            big: true
            onClicked: sheet.close()
        }
        AppButton {
            objectName: "details-save"
            kind: "primary"
            big: true
            text: qsTr("Keep")
            onClicked: sheet.model.save(name.text, phone.text, email.text, says.text, sheet.sizes, sheet.consents)
        }
    }
    Connections {
        target: sheet.model

        function onReady() {
            sheet.open();
        }
        function onSaved() {
            sheet.close();
        }
    }
}
