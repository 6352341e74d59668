pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// Every receipt number this tablet gave out on one day, and how each stands at central.
Sheet {
    id: sheet

    required property ReceiptsViewModel model

    signal orderChosen(string order)

    title: qsTr("Receipts of the day")
    onAboutToShow: model.begin()
    onClosed: model.end()
    footer: AppButton {
        objectName: "export-receipts"
        Layout.fillWidth: true
        big: true
        icon: "download"
        text: qsTr("Save as a table")
        enabled: sheet.model.state === "rows"
        onClicked: sheet.model.export()
    }

    RowLayout {
        spacing: Theme.space2

        IconButton {
            objectName: "day-before"
            icon: "chevron-left"
            label: qsTr("The day before")
            onClicked: sheet.model.go(-1)
        }
        Body {
            objectName: "receipts-day"
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            strong: true
            text: sheet.model.day
        }
        IconButton {
            objectName: "day-after"
            icon: "chevron-right"
            label: qsTr("The day after")
            enabled: !sheet.model.today
            onClicked: sheet.model.go(1)
        }
    }
    Caption {
        objectName: "receipts-summary"
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        lines: 2
        visible: text !== ""
        text: sheet.model.summary
    }
    Item {
        Layout.fillWidth: true
        implicitHeight: Math.max(260, Math.min(420, list.contentHeight))

        RowList {
            id: list

            anchors.fill: parent
            visible: sheet.model.state === "rows"
            model: sheet.model.rows
            Accessible.name: sheet.title
            delegate: ListRow {
                id: row

                required property string number
                required property string order
                required property string time
                required property string total
                required property string word
                required property string tone

                objectName: "receipt-" + number
                width: ListView.view.width
                title: number
                detail: time
                trailing: total
                tags: [{ text: word, tone: tone, icon: "" }]
                interactive: order !== ""
                onClicked: {
                    sheet.close();
                    sheet.orderChosen(order);
                }
            }
        }
        ListState {
            anchors.fill: parent
            icon: "receipt-text"
            state: sheet.model.state
            sentence: qsTr("This tablet gave out no receipt on this day.")
            onRetry: sheet.model.retry()
        }
    }
    Caption {
        Layout.fillWidth: true
        lines: 0
        visible: sheet.model.exported !== ""
        text: sheet.model.exported
    }
}
