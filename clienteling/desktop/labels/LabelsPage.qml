import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// Labels on their way to a PDF file: which and how many at the left, on which paper and where at the right.
Item {
    id: page

    required property LabelsViewModel model

    signal pageWanted(string page)

    GridLayout {
        anchors { fill: parent; leftMargin: Theme.margin; rightMargin: Theme.margin; bottomMargin: Theme.margin }
        columns: Theme.wide ? 2 : 1
        columnSpacing: Theme.space4
        rowSpacing: Theme.space4

        ColumnLayout {
            spacing: Theme.space3

            RowLayout {
                spacing: Theme.space3

                Heading {
                    Layout.fillWidth: true
                    level: 2
                    text: page.model.card ? qsTr("Loyalty card") : qsTr("Labels")
                }
                AppButton {
                    objectName: "as-here"
                    icon: "package"
                    text: qsTr("As many as are here")
                    visible: !page.model.card && page.model.state === "rows"
                    onClicked: page.model.asHere()
                }
            }
            Card {
                Layout.fillWidth: true
                Layout.fillHeight: true

                LabelRows {
                    model: page.model
                }
            }
        }
        Card {
            Layout.fillWidth: !Theme.wide
            Layout.preferredWidth: 376
            Layout.maximumWidth: Theme.wide ? 376 : page.width
            Layout.alignment: Qt.AlignTop
            visible: page.model.state === "rows"

            LabelPaper {
                model: page.model
            }
        }
    }
}
