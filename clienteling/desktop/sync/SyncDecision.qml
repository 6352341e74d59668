pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// What central would not take, beside what stands there now; a person chooses.
Sheet {
    id: sheet

    property string op
    property string what
    property string why
    property var fields: []

    signal resent(string op)
    signal letGo(string op)

    function ask(row: SyncRow): void {
        op = row.op;
        what = row.title;
        why = row.detail;
        fields = row.fields;
        open();
    }

    title: what
    footer: [
        AppButton {
            objectName: "letGo"
            Layout.fillWidth: true
            big: true
            text: sheet.fields.length ? qsTr("Keep central's") : qsTr("Let it go")
            onClicked: {
                sheet.close();
                sheet.letGo(sheet.op);
            }
        },
        AppButton {
            objectName: "resend"
            Layout.fillWidth: true
            big: true
            kind: "primary"
            text: sheet.fields.length ? qsTr("Keep mine") : qsTr("Send again")
            onClicked: {
                sheet.close();
                sheet.resent(sheet.op);
            }
        }
    ]

    Notice {
        Layout.fillWidth: true
        tone: "bad"
        icon: "circle-alert"
        text: sheet.why
    }
    Repeater {
        model: sheet.fields

        SyncField {}
    }
    Caption {
        Layout.fillWidth: true
        lines: 0
        text: sheet.fields.length ? qsTr("The one you keep is what everybody sees from then on.") : qsTr("Send it again once the reason is settled. If you let it go, central's word stands.")
    }
}
