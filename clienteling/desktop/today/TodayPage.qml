pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// The associate's day: who is in the store, who is worth a word, what is to be handed over, the own week.
Scroll {
    id: page

    required property TodayViewModel model

    signal customerOpened(string customer)
    signal orderOpened(string order)

    spacing: 0
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Today")

    ListState {
        Layout.fillWidth: true
        Layout.preferredHeight: page.height
        state: page.model.state === "error" ? "error" : "rows"
        onRetry: page.model.retry()
    }
    GridLayout {
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        Layout.bottomMargin: Theme.margin
        Layout.minimumHeight: Theme.wide ? page.height - Theme.margin : 0
        columns: Theme.wide ? 2 : 1
        columnSpacing: Theme.space4
        rowSpacing: Theme.space4
        visible: page.model.state !== "error"

        ColumnLayout {
            Layout.fillHeight: Theme.wide
            Layout.alignment: Qt.AlignTop
            Layout.preferredWidth: 5
            spacing: Theme.space4

            ColumnLayout {
                spacing: 2

                Heading {
                    Layout.fillWidth: true
                    text: page.model.greeting
                }
                Body {
                    Layout.fillWidth: true
                    soft: true
                    text: page.model.subtitle
                }
            }
            DayCard {
                objectName: "here"
                title: qsTr("In the store now")
                tone: "ok"
                model: page.model.here
                state: page.model.hereState
                sentence: qsTr("Nobody you know is here yet. Scan a loyalty card when somebody comes in.")
                onOpened: customer => page.customerOpened(customer)
            }
            DayCard {
                objectName: "worth"
                Layout.fillHeight: Theme.wide
                title: qsTr("Worth a word today")
                aside: qsTr("why, and when last seen")
                model: page.model.worth
                state: page.model.worthState
                sentence: qsTr("No client of yours is due today. Whoever usually buys again about now will stand here.")
                onOpened: customer => page.customerOpened(customer)
            }
        }
        ColumnLayout {
            Layout.fillHeight: Theme.wide
            Layout.alignment: Qt.AlignTop
            Layout.preferredWidth: 4
            spacing: Theme.space4

            PickupCard {
                model: page.model
                onOpened: order => page.orderOpened(order)
            }
            WeekCard {
                Layout.fillHeight: Theme.wide
                model: page.model
            }
        }
    }
}
