pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// The scan in front: the product, what came of it, its sizes, and how it went with her.
Card {
    id: front

    required property FloorViewModel model
    readonly property list<string> waiting: [
        qsTr("Scan something: it goes into the cart at once."),
        qsTr("Scan something to see what it costs. The cart stays as it is."),
        qsTr("Scan something to see where it is. The cart stays as it is.")
    ]

    ColumnLayout {
        spacing: Theme.space2

        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true
            implicitHeight: scroll.contentHeight

            Scroll {
                id: scroll

                anchors.fill: parent
                visible: front.model.state === "rows"
                spacing: Theme.space3

                RowLayout {
                    spacing: Theme.space4

                    Picture {
                        Layout.alignment: Qt.AlignTop
                        implicitWidth: 96
                        implicitHeight: 96
                        product: front.model.product
                        icon: front.model.sign
                        label: front.model.title
                    }
                    ColumnLayout {
                        spacing: Theme.space1

                        Heading {
                            objectName: "floorTitle"
                            Layout.fillWidth: true
                            level: 3
                            lines: 2
                            text: front.model.title
                        }
                        Caption {
                            Layout.fillWidth: true
                            lines: 2
                            visible: text !== ""
                            text: front.model.detail
                        }
                        RowLayout {
                            spacing: Theme.space3

                            Figure {
                                objectName: "floorPrice"
                                visible: text !== ""
                                size: 20
                                strong: true
                                text: front.model.price
                            }
                            Chip {
                                objectName: "floorWord"
                                text: front.model.word
                                tone: front.model.tone
                            }
                            Item { Layout.fillWidth: true }
                        }
                    }
                }
                Notice {
                    objectName: "floorReason"
                    Layout.fillWidth: true
                    tone: "warn"
                    icon: "info"
                    text: front.model.reason
                }
                AppButton {
                    objectName: "floorReport"
                    visible: front.model.reportable
                    icon: "flag"
                    text: qsTr("Report it")
                    onClicked: front.model.report()
                }
                FloorSizes {
                    Layout.fillWidth: true
                    visible: front.model.mode > 0 && front.model.product !== ""
                    model: front.model
                }
            }
            ListState {
                anchors.fill: parent
                icon: "scan-barcode"
                state: front.model.state
                rows: 2
                sentence: front.waiting[front.model.mode]
                onRetry: front.model.retry()
            }
        }
        FloorOutcomes {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space2
            visible: front.model.state === "rows" && front.model.product !== ""
            model: front.model
        }
    }
}
