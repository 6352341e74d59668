pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// Every reason that was given lately, the most often shown first.
Card {
    id: card

    required property ReasonsViewModel model

    padding: 20

    ColumnLayout {
        spacing: Theme.space2

        SectionTitle {
            Layout.fillWidth: true
            text: qsTr("Reasons, in the last four weeks")
        }
        Caption {
            Layout.fillWidth: true
            lines: 0
            text: qsTr("Taken: put into the cart or bought within 14 days. A reason of which less than 5 in 100 are taken, after 500 were shown, is used no more.")
        }
        ReasonFigures {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space2
            visible: rows.count > 0
            head: true
            figures: [qsTr("Shown"), qsTr("Cart"), qsTr("Bought"), qsTr("Not for her"), qsTr("Taken")]
        }
        Repeater {
            id: rows

            model: card.model.rows

            ColumnLayout {
                id: row

                required property string reason
                required property string name
                required property string shown
                required property string added
                required property string bought
                required property string refused
                required property string share
                required property string earlier
                required property string retired
                required property string restored

                objectName: "reason-" + reason
                spacing: Theme.space2

                Divider {
                    Layout.fillWidth: true
                }
                ReasonFigures {
                    Layout.fillWidth: true
                    name: row.name
                    detail: [row.earlier, row.restored].filter(words => words !== "").join(" · ")
                    figures: [row.shown, row.added, row.bought, row.refused, row.share]
                }
                Notice {
                    objectName: "retired-" + row.reason
                    Layout.fillWidth: true
                    icon: "pause"
                    text: row.retired
                    action: qsTr("Use again")
                    onActed: card.model.restore(row.reason)
                }
            }
        }
        ListState {
            Layout.fillWidth: true
            Layout.minimumHeight: implicitHeight
            icon: "sparkles"
            state: rows.count > 0 ? "rows" : "empty"
            sentence: qsTr("No suggestion was shown here lately. What stands on a client's page counts once a day.")
        }
    }
}
