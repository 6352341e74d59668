pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// What was scanned here, newest first.
Card {
    id: card

    required property ScanningViewModel model

    ColumnLayout {
        spacing: Theme.space3

        Body {
            Layout.fillWidth: true
            lines: 0
            soft: true
            text: qsTr("Scan anything. It is only shown here: no cart and no client is touched.")
        }
        TypedCode {
            Layout.fillWidth: true
            model: card.model
        }
        Notice {
            Layout.fillWidth: true
            text: card.model.hint
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            RowList {
                id: list

                anchors.fill: parent
                clip: true
                model: card.model.heardRows
                delegate: ListRow {
                    required property string text
                    required property string word
                    required property string tone
                    required property string reader
                    required property string time
                    required property string took

                    width: ListView.view.width
                    interactive: false
                    title: text
                    detail: reader
                    trailing: took
                    trailingDetail: time
                    tags: [{ text: word, tone: tone }]
                }
            }
            ListState {
                anchors.fill: parent
                state: list.count > 0 ? "rows" : "empty"
                icon: "scan-barcode"
                sentence: qsTr("What your scanner reads will appear here.")
            }
        }
    }
}
