import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// While products are chosen: how many, all that are listed, and on to their labels.
Card {
    id: bar

    required property ChoosingViewModel model

    visible: model.on

    RowLayout {
        spacing: Theme.space3

        Body {
            objectName: "chosen"
            Layout.fillWidth: true
            text: bar.model.words
            strong: true
        }
        AppButton {
            objectName: "choose-listed"
            text: qsTr("All that are listed")
            onClicked: bar.model.chooseListed()
        }
        AppButton {
            objectName: "stop-choosing"
            text: qsTr("Cancel")
            onClicked: bar.model.end()
        }
        AppButton {
            objectName: "label-chosen"
            kind: "primary"
            icon: "tags"
            text: qsTr("Labels")
            enabled: bar.model.count > 0
            onClicked: bar.model.label()
        }
    }
}
