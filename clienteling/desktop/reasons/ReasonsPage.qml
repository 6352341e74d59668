import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// For managers: what became of suggestions, reason by reason, and by what the lists are made.
Item {
    id: page

    required property ReasonsViewModel model

    Scroll {
        anchors { fill: parent; leftMargin: Theme.margin; rightMargin: Theme.margin }
        visible: page.model.state === "rows"

        RowLayout {
            spacing: Theme.space3

            Heading {
                Layout.fillWidth: true
                level: 2
                text: qsTr("What became of suggestions")
            }
            Caption {
                text: qsTr("counted %1").arg(page.model.asOf)
            }
        }
        GridLayout {
            Layout.fillWidth: true
            Layout.bottomMargin: Theme.margin
            columns: Theme.wide ? 2 : 1
            columnSpacing: Theme.space4
            rowSpacing: Theme.space4

            ReasonList {
                Layout.fillWidth: true
                Layout.preferredWidth: 5
                Layout.alignment: Qt.AlignTop
                model: page.model
            }
            WayCard {
                Layout.fillWidth: true
                Layout.preferredWidth: 3
                Layout.alignment: Qt.AlignTop
                model: page.model
            }
        }
    }
    ListState {
        anchors { fill: parent; leftMargin: Theme.margin; rightMargin: Theme.margin }
        icon: "chart-column"
        state: page.model.state
        sentence: page.model.sentence
        onRetry: page.model.retry()
    }
}
