pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// What she says she wants, beside what she really buys.
Sheet {
    id: sheet

    required property SaidViewModel model

    title: qsTr("%1 says and does").arg(model.name)

    Repeater {
        model: sheet.model.sections

        ColumnLayout {
            id: part

            required property var modelData
            required property int index

            objectName: "said-" + index
            Layout.fillWidth: true
            spacing: 0

            SectionTitle {
                Layout.fillWidth: true
                text: part.modelData.title
            }
            Repeater {
                id: rows

                model: part.modelData.rows

                ListRow {
                    required property var modelData
                    required property int index

                    Layout.fillWidth: true
                    interactive: false
                    divided: index < rows.count - 1
                    title: modelData.title
                    detail: modelData.detail
                    detailLines: modelData.lines
                    tags: modelData.tags
                }
            }
        }
    }
    Caption {
        objectName: "said-measured"
        Layout.fillWidth: true
        lines: 0
        text: sheet.model.measured
    }
    footer: RowLayout {
        Layout.fillWidth: true

        Item {
            Layout.fillWidth: true
        }
        AppButton {
            objectName: "said-close"
            text: qsTr("Close")
            big: true
            onClicked: sheet.close()
        }
    }
    Connections {
        target: sheet.model

        function onReady() {
            sheet.open();
        }
    }
}
