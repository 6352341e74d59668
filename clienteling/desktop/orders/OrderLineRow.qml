import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import clienteling.desktop.kit

// One line of an order: what, how many, which way, from where, and what is wrong with it.
Item {
    id: root

    required property string product
    required property string sign
    required property string title
    required property string words
    required property string price
    required property string way
    required property string origin
    required property string problem

    signal opened

    implicitHeight: row.implicitHeight + Theme.space4

    Divider {
        anchors.bottom: parent.bottom
        width: parent.width
    }
    RowLayout {
        id: row

        anchors.verticalCenter: parent.verticalCenter
        width: parent.width
        spacing: Theme.space3

        T.AbstractButton {
            id: picture

            objectName: "line-" + root.product
            Layout.alignment: Qt.AlignTop
            implicitWidth: contentItem.implicitWidth
            implicitHeight: contentItem.implicitHeight
            text: root.title
            onClicked: root.opened()
            Keys.onReturnPressed: click()
            Keys.onEnterPressed: click()

            contentItem: Picture {
                product: root.product
                icon: root.sign

                FocusRing {
                    shown: picture.visualFocus
                    around: Theme.radiusPicture - 3
                    anchors.margins: 0
                }
            }
        }
        ColumnLayout {
            spacing: 1

            RowLayout {
                spacing: Theme.space2

                Body {
                    Layout.fillWidth: true
                    strong: true
                    text: root.title
                }
                Figure {
                    text: root.price
                }
            }
            Caption {
                Layout.fillWidth: true
                text: root.words
            }
            Caption {
                Layout.fillWidth: true
                lines: 2
                text: [root.way, root.origin].filter(Boolean).join(" · ")
            }
            Caption {
                Layout.fillWidth: true
                lines: 2
                strong: true
                color: Theme.bad
                text: root.problem
                visible: text !== ""
            }
        }
    }
}
