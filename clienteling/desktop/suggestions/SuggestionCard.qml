import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import clienteling.desktop.kit

// One thing to show her: what it is, where it can be had, why - a touch says more of that - and into the cart with it.
Card {
    id: card

    required property string product
    required property string variant
    required property string name
    required property string detail
    required property string price
    required property string why
    required property string place
    required property string tone
    required property string sign
    required property int index

    signal added
    signal refused
    signal asked

    objectName: "suggestion-" + index
    padding: 10

    ColumnLayout {
        spacing: Theme.space1

        T.AbstractButton {
            id: about

            objectName: "why-of-" + card.index
            Layout.fillWidth: true
            Layout.fillHeight: true
            implicitHeight: implicitContentHeight
            text: qsTr("Why %1? %2").arg(card.name).arg(card.why)
            onClicked: card.asked()
            Keys.onReturnPressed: click()
            Keys.onEnterPressed: click()

            background: FocusRing {
                shown: about.visualFocus
                around: Theme.radiusPicture
            }
            contentItem: ColumnLayout {
                spacing: Theme.space1

                Picture {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.minimumHeight: 80
                    product: card.product
                    icon: card.sign

                    Chip {
                        x: 6
                        y: 6
                        text: card.place
                        tone: card.tone
                    }
                }
                Body {
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.space1
                    text: card.name
                    strong: true
                }
                RowLayout {
                    spacing: Theme.space2

                    Figure {
                        text: card.price
                        size: Theme.small
                    }
                    Caption {
                        Layout.fillWidth: true
                        text: card.detail
                        horizontalAlignment: Text.AlignRight
                    }
                }
                RowLayout {
                    spacing: Theme.space1

                    Caption {
                        Layout.fillWidth: true
                        Layout.preferredHeight: Math.round(40 * Theme.textScale)
                        verticalAlignment: Text.AlignTop
                        lines: 2
                        text: card.why
                    }
                    Icon {
                        Layout.alignment: Qt.AlignTop
                        name: "info"
                        size: 16
                    }
                }
            }
        }
        RowLayout {
            spacing: Theme.space2

            AppButton {
                objectName: "add-" + card.index
                Layout.fillWidth: true
                icon: "plus"
                text: qsTr("Add")
                onClicked: card.added()
            }
            IconButton {
                objectName: "refuse-" + card.index
                icon: "thumbs-down"
                iconSize: 18
                label: qsTr("Not for this client: %1").arg(card.name)
                onClicked: card.refused()
            }
        }
    }
}
