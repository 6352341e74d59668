pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// A code that fits more than one thing: asked once, then known.
Sheet {
    id: sheet

    required property AskingViewModel model

    title: qsTr("What is this code?")
    onClosed: sheet.model.dismiss()

    Figure {
        objectName: "ask-code"
        Layout.fillWidth: true
        text: sheet.model.code
        size: 18
        strong: true
    }
    Body {
        Layout.fillWidth: true
        lines: 0
        soft: true
        text: qsTr("It fits more than one thing in this store. Choose once: codes like it are understood at once from then on.")
    }
    ColumnLayout {
        spacing: 0

        Repeater {
            model: sheet.model.choices

            ListRow {
                id: row

                required property string kind
                required property string word
                required property string name
                required property string sign
                required property int index

                objectName: "ask-" + kind
                Layout.fillWidth: true
                title: word
                detail: name
                detailLines: 2
                leading: Icon {
                    name: row.sign
                }
                onClicked: sheet.model.choose(row.index)

                Icon {
                    name: "chevron-right"
                    size: 20
                }
            }
        }
    }
    AppButton {
        objectName: "ask-none"
        Layout.fillWidth: true
        text: qsTr("None of these")
        onClicked: sheet.close()
    }
    Connections {
        target: sheet.model

        function onAsked(): void {
            sheet.open();
        }
        function onAnswered(): void {
            sheet.close();
        }
    }
}
