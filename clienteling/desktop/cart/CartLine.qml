import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// One line in the narrow column.
Item {
    id: root

    required property var line
    required property CartViewModel cart

    implicitHeight: row.implicitHeight + Theme.space3

    RowLayout {
        id: row

        width: parent.width
        spacing: Theme.space3

        Picture {
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: 2
            implicitWidth: 64
            implicitHeight: 64
            product: root.line.product
            icon: root.line.sign
        }
        ColumnLayout {
            spacing: 0

            Body {
                Layout.fillWidth: true
                strong: true
                text: root.line.title
            }
            Caption {
                Layout.fillWidth: true
                small: true
                lines: 2
                color: root.line.lacking ? Theme.warn : Theme.ink2
                text: [root.line.detail, root.line.online ? qsTr("from her online cart") : root.line.stock].filter(Boolean).join(" · ")
            }
            Caption {
                Layout.fillWidth: true
                small: true
                strong: true
                color: Theme.warn
                text: root.line.dearer
                visible: text !== ""
            }
            RowLayout {
                Layout.topMargin: 2
                spacing: Theme.space2

                Figure {
                    Layout.fillWidth: true
                    text: root.line.price
                }
                Stepper {
                    objectName: "stepper-" + root.line.line
                    implicitWidth: 128
                    label: root.line.title
                    value: root.line.quantity
                    maximum: root.line.most
                    onStepped: delta => root.cart.step(root.line.line, delta)
                }
            }
        }
    }
}
