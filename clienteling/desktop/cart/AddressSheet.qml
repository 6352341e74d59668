import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// A new entry of her address book, chosen for this order at once.
Sheet {
    id: sheet

    required property AddressViewModel model
    required property string recipientName
    readonly property list<Field> fields: [recipient, phone, postcode, city, line1, line2]

    title: qsTr("New address")
    onAboutToShow: {
        sheet.fields.forEach(field => field.text = "");
        recipient.text = sheet.recipientName;
        sheet.model.begin();
    }

    Field {
        id: recipient

        objectName: "address-recipient"
        Layout.fillWidth: true
        label: qsTr("Who receives it")
    }
    Field {
        id: phone

        Layout.fillWidth: true
        label: qsTr("Phone")
        icon: "phone"
    }
    Choice {
        objectName: "address-country"
        Layout.fillWidth: true
        label: qsTr("Country")
        model: sheet.model.countries
        current: sheet.model.country
        onChosen: index => sheet.model.choose(index)
    }
    RowLayout {
        spacing: Theme.space3

        Field {
            id: postcode

            objectName: "address-postcode"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            label: qsTr("Postcode")
            hint: sheet.model.postcodeHint
        }
        Field {
            id: city

            objectName: "address-city"
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            Layout.alignment: Qt.AlignTop
            label: qsTr("City")
        }
    }
    Field {
        id: line1

        objectName: "address-line1"
        Layout.fillWidth: true
        label: qsTr("Street and number")
    }
    Field {
        id: line2

        Layout.fillWidth: true
        label: qsTr("Building, floor, door")
    }
    footer: AppButton {
        objectName: "saveAddress"
        Layout.fillWidth: true
        kind: "primary"
        big: true
        enabled: sheet.model.country >= 0 && sheet.model.complete(recipient.text, city.text, line1.text)
        text: qsTr("Ship there")
        onClicked: {
            sheet.model.save({
                recipient: recipient.text, phone: phone.text, postcode: postcode.text,
                city: city.text, line1: line1.text, line2: line2.text
            });
            sheet.close();
        }
    }
}
