import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// One thing to show her: what it is, where it can be had, why, and into the cart with it.
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

    objectName: "suggestion-" + index
    width: Math.round(176 * (0.5 + 0.5 * Theme.textScale))
    padding: 10

    ColumnLayout {
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
            IconButton {
                objectName: "refuse-" + card.index
                anchors { right: parent.right; top: parent.top; margins: -4 }
                icon: "x"
                iconSize: 18
                label: qsTr("Not for this client: %1").arg(card.name)
                onClicked: card.refused()
            }
        }
        Body {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space1
            text: card.name
            strong: true
        }
        Caption {
            Layout.fillWidth: true
            visible: text !== ""
            text: card.detail
        }
        Figure {
            text: card.price
            size: Theme.small
        }
        Caption {
            Layout.fillWidth: true
            Layout.preferredHeight: Math.round(40 * Theme.textScale)
            verticalAlignment: Text.AlignTop
            lines: 2
            text: card.why
        }
        AppButton {
            objectName: "add-" + card.index
            Layout.fillWidth: true
            icon: "plus"
            text: qsTr("Add")
            onClicked: card.added()
        }
    }
}
