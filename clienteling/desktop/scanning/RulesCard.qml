pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// What this store has said about codes that fit more than one thing; each can be forgotten.
Card {
    id: card

    required property AskingViewModel model

    padding: 20

    ColumnLayout {
        spacing: Theme.space2

        SectionTitle {
            Layout.fillWidth: true
            text: qsTr("Codes that fit more than one thing")
        }
        Caption {
            Layout.fillWidth: true
            lines: 0
            text: rules.count > 0 ? qsTr("What was chosen once in this store. Forget it and the tablet asks again.")
                : qsTr("None so far. When a code fits two things the tablet asks once, and what it learns stands here.")
        }
        Repeater {
            id: rules

            model: card.model.learned

            ListRow {
                id: row

                required property string key
                required property string words
                required property string word
                required property string sign
                required property int index

                objectName: "rule-" + index
                Layout.fillWidth: true
                interactive: false
                title: word
                detail: words
                detailLines: 2
                leading: Icon {
                    name: row.sign
                }

                IconButton {
                    objectName: "forget-rule"
                    icon: "trash-2"
                    label: qsTr("Forget: %1").arg(row.words)
                    onClicked: card.model.forget(row.key)
                }
            }
        }
    }
}
