import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// One line at the checkout: what it is, how it reaches her, how many, for how much.
Item {
    id: root

    required property var line
    required property CartViewModel cart
    readonly property bool compact: width < 640 * Theme.textScale

    signal pickupWanted

    implicitHeight: row.implicitHeight + 24

    Divider {
        anchors.bottom: parent.bottom
        width: parent.width
    }
    RowLayout {
        id: row

        anchors.verticalCenter: parent.verticalCenter
        width: parent.width
        spacing: 14

        Picture {
            Layout.alignment: Qt.AlignTop
            implicitWidth: 72
            implicitHeight: 72
            product: root.line.product
            icon: root.line.sign
        }
        GridLayout {
            columns: root.compact ? 1 : 2
            columnSpacing: Theme.space3
            rowSpacing: Theme.space2

            CheckoutWords {
                Layout.fillWidth: true
                line: root.line
                onPickupWanted: root.pickupWanted()
                onQuoted: root.cart.quoteAnew(root.line.line)
            }
            RowLayout {
                Layout.fillWidth: root.compact
                spacing: Theme.space3

                Segment {
                    objectName: "way-" + root.line.line
                    enabled: root.line.resolved
                    label: qsTr("How %1 reaches her").arg(root.line.title)
                    model: [qsTr("Now"), qsTr("Ship"), qsTr("Pick up")]
                    current: root.line.way
                    onChosen: index => root.cart.setWay(root.line.line, index)
                }
                Stepper {
                    objectName: "stepper-" + root.line.line
                    implicitWidth: 128
                    label: root.line.title
                    value: root.line.quantity
                    maximum: root.line.most
                    onStepped: delta => root.cart.step(root.line.line, delta)
                }
                Figure {
                    Layout.fillWidth: root.compact
                    Layout.preferredWidth: 94 * Theme.textScale
                    horizontalAlignment: Text.AlignRight
                    text: root.line.price
                }
            }
        }
    }
}
