pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

FocusScope {
    id: page

    required property SigninViewModel model

    signal scanWanted

    focus: true
    Keys.onPressed: event => {
        if (event.text >= "0" && event.text <= "9" && event.text.length === 1)
            page.model.press(event.text);
        else if (event.key === Qt.Key_Backspace)
            page.model.erase();
    }

    Scroll {
        anchors.fill: parent

        Item {
            Layout.preferredHeight: Math.max(Theme.space4, (page.height - both.implicitHeight - 140) / 2)
        }
        Heading {
            Layout.fillWidth: true
            Layout.bottomMargin: -Theme.space2
            horizontalAlignment: Text.AlignHCenter
            level: 1
            text: qsTr("Who is holding this tablet?")
        }
        Body {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            soft: true
            text: page.model.state === "loading" ? qsTr("Getting this tablet ready…") : [page.model.session.storeName, page.model.session.deviceName].filter(words => words !== "").join(" · ")
        }
        GridLayout {
            id: both

            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: Theme.wide ? Theme.space2 : Theme.space5
            columns: Theme.wide ? 2 : 1
            columnSpacing: 44
            rowSpacing: Theme.space5

            GridLayout {
                Layout.alignment: Qt.AlignTop | Qt.AlignHCenter
                Layout.topMargin: Theme.wide ? 40 : 0
                columns: 3
                columnSpacing: Theme.space3
                rowSpacing: Theme.space3

                Repeater {
                    model: page.model.state === "loading" ? 6 : 0

                    Skeleton {
                        implicitWidth: 148
                        implicitHeight: 148
                        radius: Theme.radiusCard
                    }
                }
                Repeater {
                    model: page.model.state === "rows" ? page.model.people : null

                    StaffTile {
                        selected: page.model.chosen === staff
                        onClicked: page.model.choose(staff)
                    }
                }
                ListState {
                    Layout.columnSpan: 3
                    state: page.model.state === "error" ? "error" : "rows"
                    onRetry: page.model.retry()
                }
            }
            PinPad {
                Layout.alignment: Qt.AlignTop | Qt.AlignHCenter
                digits: page.model.digits
                problem: page.model.problem
                ready: page.model.chosen !== ""
                onPressed: digit => page.model.press(digit)
                onErased: page.model.erase()
                onScanWanted: page.scanWanted()
            }
        }
        Caption {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space3
            horizontalAlignment: Text.AlignHCenter
            lines: 0
            text: qsTr("Scan a staff badge, or choose a name and enter six digits")
        }
    }
}
