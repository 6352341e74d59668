pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// What central would not take: choose field by field where somebody changed the same, else mend it and send it again.
Sheet {
    id: sheet

    required property SyncViewModel model
    readonly property var front: model.front
    readonly property string op: front.op ?? ""
    readonly property var sides: front.sides ?? []
    property var mine: ({})
    property var values: ({})

    function ask(row: SyncRow): void {
        mine = {};
        values = {};
        model.look(row.op);
        open();
    }

    title: front.title ?? ""
    footer: [
        AppButton {
            objectName: "letGo"
            Layout.fillWidth: true
            big: true
            text: qsTr("Let it go")
            onClicked: sheet.model.letGo(sheet.op)
        },
        AppButton {
            objectName: "resend"
            Layout.fillWidth: true
            big: true
            kind: "primary"
            text: sheet.sides.length ? qsTr("Keep what is chosen") : qsTr("Send again")
            onClicked: {
                if (sheet.sides.length)
                    sheet.model.decide(sheet.op, Object.keys(sheet.mine).filter(field => sheet.mine[field]));
                else if (Object.keys(sheet.values).length)
                    sheet.model.rewrite(sheet.op, sheet.values);
                else
                    sheet.model.resend(sheet.op);
            }
        }
    ]

    Notice {
        Layout.fillWidth: true
        tone: "bad"
        icon: "circle-alert"
        text: sheet.model.problem || (sheet.front.detail ?? "")
    }
    Repeater {
        model: sheet.sides

        SyncField {
            mine: sheet.mine[modelData.field] ?? false
            onDecided: (field, mine) => sheet.mine[field] = mine
        }
    }
    Repeater {
        model: sheet.front.entries ?? []

        SyncEntry {
            value: sheet.values[modelData.field] ?? modelData.value
            onWritten: (field, text) => sheet.values[field] = text
        }
    }
    Caption {
        Layout.fillWidth: true
        lines: 0
        text: sheet.sides.length ? qsTr("What you choose is what everybody sees from then on. All else you changed is kept.") : qsTr("Send it again once the reason is settled. If you let it go, central's word stands.")
    }
    Connections {
        target: sheet.model

        function onDecided() {
            sheet.close();
        }
    }
}
