pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// What was scanned, newest first; each scan is taken back by itself.
Card {
    id: scans

    required property FloorViewModel model

    ColumnLayout {
        spacing: Theme.space2

        RowLayout {
            spacing: Theme.space3

            SectionTitle {
                Layout.fillWidth: true
                text: qsTr("Scanned")
            }
            Figure {
                objectName: "floorCount"
                visible: scans.model.count > 0
                text: scans.model.count
            }
            AppButton {
                objectName: "floorClear"
                kind: "quiet"
                visible: scans.model.count > 0
                text: qsTr("New list")
                onClicked: scans.model.clear()
            }
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true
            implicitHeight: 160

            RowList {
                id: list

                anchors.fill: parent
                model: scans.model.rows
                Accessible.name: qsTr("Scanned")
                delegate: ListRow {
                    id: scan

                    required property int n
                    required title
                    required detail
                    required property string word
                    required property string tone
                    required property string sign
                    required property string time
                    required property bool undoable
                    required property bool chosen
                    required property int index

                    objectName: "scan-" + index
                    width: ListView.view.width
                    selected: chosen
                    trailingDetail: time
                    tags: [{ text: word, tone: tone }]
                    leading: Icon {
                        name: scan.sign
                        color: Theme.toneInk(scan.tone)
                    }
                    onClicked: scans.model.show(n)

                    IconButton {
                        objectName: "undo-" + scan.index
                        visible: scan.undoable
                        icon: "undo-2"
                        label: qsTr("Take back: %1").arg(scan.title)
                        onClicked: scans.model.undo(scan.n)
                    }
                }
            }
            ListState {
                anchors.fill: parent
                icon: "scan-line"
                state: scans.model.count > 0 ? "rows" : "empty"
                sentence: qsTr("Every scan appears here, the last one first.")
            }
        }
    }
}
