pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// Which facts led to a suggestion; she may read it herself.
Sheet {
    id: sheet

    required property WhyViewModel model

    title: model.name

    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.space1

        Body {
            objectName: "why-reason"
            Layout.fillWidth: true
            lines: 0
            strong: true
            text: sheet.model.reason
        }
        Body {
            objectName: "why-because"
            Layout.fillWidth: true
            lines: 0
            soft: true
            text: sheet.model.because
        }
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: 0
        visible: facts.count > 0

        Repeater {
            id: facts

            model: sheet.model.facts

            ListRow {
                id: fact

                required property var modelData
                required property int index

                objectName: "why-" + index
                Layout.fillWidth: true
                interactive: false
                divided: index < facts.count - 1
                title: modelData.title
                detail: modelData.detail
                trailing: modelData.date
                leading: Rectangle {
                    implicitWidth: 36
                    implicitHeight: 36
                    radius: Theme.radiusPicture
                    color: Theme.toneSoft(fact.modelData.tone)

                    Icon {
                        anchors.centerIn: parent
                        name: fact.modelData.sign
                        size: 20
                        color: Theme.toneInk(fact.modelData.tone)
                    }
                }
            }
        }
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.space1

        Repeater {
            model: sheet.model.finePrint

            Caption {
                required property string modelData

                Layout.fillWidth: true
                lines: 0
                text: modelData
            }
        }
    }
    footer: RowLayout {
        Layout.fillWidth: true

        Item {
            Layout.fillWidth: true
        }
        AppButton {
            objectName: "why-close"
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
