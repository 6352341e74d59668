import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

Sheet {
    id: sheet

    required property NotesViewModel model
    property string customer: ""
    property string note: ""

    function write(customer: string): void {
        sheet.customer = customer;
        sheet.note = "";
        box.text = "";
        sheet.open();
    }
    function edit(note: string, wording: string): void {
        sheet.note = note;
        box.text = wording;
        sheet.open();
    }

    title: sheet.note ? qsTr("Reword the note") : qsTr("New note")
    footer: AppButton {
        objectName: "saveNote"
        Layout.fillWidth: true
        kind: "primary"
        big: true
        enabled: box.text.trim() !== "" && !box.over
        text: qsTr("Save")
        onClicked: {
            if (sheet.note)
                sheet.model.edit(sheet.note, box.text);
            else
                sheet.model.write(sheet.customer, box.text, privately.checked);
            sheet.close();
        }
    }

    ColumnLayout {
        spacing: Theme.space3

        TextBox {
            id: box

            objectName: "noteText"
            Layout.fillWidth: true
            label: qsTr("What should the team remember?")
            placeholder: qsTr("Facts and wishes, as she might read them herself.")
            limit: sheet.model.limit
        }
        Check {
            id: privately

            objectName: "notePrivate"
            visible: sheet.note === ""
            text: qsTr("Only for me and the managers")
        }
    }
}
