pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// Every size with its price, or with how many lie here, nearby and online.
ColumnLayout {
    id: sizes

    required property FloorViewModel model
    readonly property bool prices: model.mode === 1
    readonly property list<string> heads: prices ? [qsTr("Price")] : [qsTr("Here"), qsTr("Nearby"), qsTr("Online")]
    readonly property real column: Math.round((prices ? 120 : 64) * Theme.textScale)

    spacing: 0

    RowLayout {
        spacing: Theme.space2

        SectionTitle {
            Layout.fillWidth: true
            text: qsTr("Sizes")
        }
        Repeater {
            model: sizes.heads

            Caption {
                required property string modelData

                Layout.preferredWidth: sizes.column
                horizontalAlignment: Text.AlignRight
                text: modelData
            }
        }
    }
    Repeater {
        model: sizes.model.sizes

        RowLayout {
            id: size

            required property string name
            required property string price
            required property int here
            required property int nearby
            required property int online
            required property bool known
            required property bool scanned
            readonly property list<string> figures: sizes.prices ? [price]
                : [here, nearby, online].map(count => known ? count.toString() : "–")

            objectName: scanned ? "scannedSize" : ""
            Layout.minimumHeight: Math.round(32 * Theme.textScale)
            spacing: Theme.space2

            Icon {
                name: "check"
                size: 16
                color: Theme.accent
                opacity: size.scanned ? 1 : 0
            }
            Body {
                Layout.fillWidth: true
                text: size.name
                strong: size.scanned
            }
            Repeater {
                model: size.figures

                Figure {
                    required property string modelData
                    required property int index

                    Layout.preferredWidth: sizes.column
                    horizontalAlignment: Text.AlignRight
                    text: modelData
                    strong: size.scanned
                    color: modelData === "0" || modelData === "–" ? Theme.ink2 : sizes.prices ? Theme.ink : Theme.toneInk(["ok", "store", "online"][index])
                    Accessible.name: qsTr("%1, %2: %3").arg(size.name).arg(sizes.heads[index] ?? "").arg(modelData)
                }
            }
        }
    }
    Caption {
        Layout.fillWidth: true
        visible: !sizes.prices && text !== ""
        text: sizes.model.asOf
        small: true
    }
}
