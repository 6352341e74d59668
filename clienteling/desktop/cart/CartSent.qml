pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// The order is safely kept: its number, and what happens next.
Card {
    id: sent

    required property CheckoutViewModel model

    signal orderOpened(string order)

    onVisibleChanged: if (visible && Walk.byKeys) done.forceActiveFocus(Walk.reason)

    Item {
        ColumnLayout {
            anchors.centerIn: parent
            width: Math.min(parent.width, 440)
            spacing: Theme.space3

            Icon {
                Layout.alignment: Qt.AlignHCenter
                name: sent.model.provisional ? "hourglass" : "circle-check"
                color: sent.model.provisional ? Theme.warn : Theme.ok
                size: 56
            }
            Caption {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                text: sent.model.provisional ? qsTr("Order kept, provisional") : qsTr("Order sent")
            }
            Figure {
                objectName: "receipt"
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                size: Theme.display
                text: sent.model.receipt
            }
            Figure {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                size: Theme.subtitle
                text: sent.model.orderTotal
            }
            Divider {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space2
            }
            Repeater {
                model: sent.model.ways

                Pair {
                    required property string way
                    required property string pieces

                    Layout.fillWidth: true
                    size: Theme.body
                    label: way
                    value: "× " + pieces
                }
            }
            Divider {
                Layout.fillWidth: true
                Layout.bottomMargin: Theme.space2
            }
            Body {
                Layout.fillWidth: true
                soft: true
                lines: 0
                horizontalAlignment: Text.AlignHCenter
                text: sent.model.done
            }
            RowLayout {
                Layout.alignment: Qt.AlignHCenter
                Layout.topMargin: Theme.space3
                spacing: Theme.space3

                AppButton {
                    objectName: "see-order"
                    text: qsTr("See the order")
                    icon: "package-check"
                    onClicked: {
                        sent.orderOpened(sent.model.order);
                        sent.model.dismiss();
                    }
                }
                AppButton {
                    id: done

                    objectName: "done"
                    kind: "primary"
                    text: qsTr("Done")
                    onClicked: sent.model.dismiss()
                }
            }
        }
    }
}
