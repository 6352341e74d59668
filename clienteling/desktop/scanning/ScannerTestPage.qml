pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// Try a scanner: what was read, how it was understood, and how long it took. Nothing leaves this page.
Item {
    id: page

    required property ScanningViewModel model

    signal pageWanted(string page)

    // a page that was left is kept: the test is over all the same
    Binding { target: page.model; property: "testing"; value: page.visible }

    ColumnLayout {
        anchors { fill: parent; leftMargin: Theme.margin; rightMargin: Theme.margin; bottomMargin: Theme.margin }
        spacing: Theme.space4

        RowLayout {
            spacing: Theme.space3

            IconButton {
                objectName: "leaveTest"
                icon: "arrow-left"
                label: qsTr("Back")
                onClicked: page.pageWanted("settings")
            }
            Heading {
                Layout.fillWidth: true
                level: 2
                text: qsTr("Test the scanner")
            }
        }
        Body {
            Layout.fillWidth: true
            lines: 0
            soft: true
            text: qsTr("Scan anything. It is only shown here: no cart and no client is touched.")
        }
        TypedCode {
            Layout.fillWidth: true
            model: page.model
        }
        Notice {
            Layout.fillWidth: true
            text: page.model.hint
        }
        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true

            Item {
                RowList {
                    id: list

                    anchors.fill: parent
                    clip: true
                    model: page.model.heardRows
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
}
