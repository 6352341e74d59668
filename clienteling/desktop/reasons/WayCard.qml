pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// By what the lists are made, how well that foretells, and how it went night after night.
Card {
    id: card

    required property ReasonsViewModel model

    padding: 20

    ColumnLayout {
        spacing: Theme.space3

        SectionTitle {
            Layout.fillWidth: true
            text: qsTr("By what the lists are made")
        }
        ColumnLayout {
            spacing: 2

            Body {
                objectName: "way"
                Layout.fillWidth: true
                strong: true
                lines: 0
                text: card.model.way
            }
            Caption {
                Layout.fillWidth: true
                visible: text !== ""
                text: card.model.since
            }
        }
        Caption {
            Layout.fillWidth: true
            lines: 0
            text: card.model.verdict
        }
        Notice {
            objectName: "drift"
            Layout.fillWidth: true
            icon: "triangle-alert"
            text: card.model.drift
        }
        Repeater {
            model: card.model.scores

            ColumnLayout {
                id: score

                required property var modelData

                spacing: 2

                Body {
                    Layout.fillWidth: true
                    text: score.modelData.name
                }
                Pair {
                    Layout.fillWidth: true
                    label: qsTr("learned")
                    value: score.modelData.ours
                    strong: true
                }
                Pair {
                    Layout.fillWidth: true
                    label: qsTr("plain rules")
                    value: score.modelData.plain
                }
            }
        }
        NightBars {
            Layout.fillWidth: true
            visible: card.model.scores.length > 0
            model: card.model.nights
        }
        Caption {
            Layout.fillWidth: true
            lines: 0
            visible: card.model.scores.length > 0
            text: qsTr("100 would be every product of the next purchase, in the right order. The bars are the last nights, the lines the plain rules.")
        }
    }
}
