pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// What the associate's own orders made this week, day by day.
Card {
    id: card

    required property TodayViewModel model
    readonly property bool sold: model.weekOrders > 0

    objectName: "week"
    Layout.fillWidth: true
    padding: 18
    topPadding: Theme.space3

    ColumnLayout {
        spacing: Theme.space3

        SectionTitle {
            Layout.fillWidth: true
            Layout.minimumHeight: 34
            text: qsTr("My week")
        }
        RowLayout {
            spacing: Theme.space5
            visible: card.sold

            WeekFigure {
                value: card.model.weekTotal
                label: qsTr("your orders")
            }
            WeekFigure {
                value: card.model.weekOrders
                label: qsTr("orders", "", card.model.weekOrders)
            }
            WeekFigure {
                value: card.model.weekEndless
                label: qsTr("from elsewhere")
            }
        }
        Row {
            id: bars

            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: 130
            Layout.maximumHeight: 320
            spacing: Theme.space2
            visible: card.sold

            Repeater {
                model: card.model.days

                WeekBar {
                    width: (bars.width - 6 * bars.spacing) / 7
                    height: bars.height
                }
            }
        }
        ListState {
            Layout.fillWidth: true
            Layout.minimumHeight: implicitHeight
            rows: 2
            icon: "chart-column"
            state: card.model.weekState
            sentence: qsTr("No order of yours this week yet. The first one you send will stand here as a bar.")
        }
        Item {
            Layout.fillHeight: true
        }
    }
}
