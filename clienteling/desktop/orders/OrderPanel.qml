pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// One order: number and state, what to do, its lines, its way until now.
ColumnLayout {
    id: panel

    required property OrdersViewModel model
    readonly property OrderViewModel order: model.detail
    readonly property bool read: order.state === "rows"
    property bool inSheet: false

    signal customerOpened(string customer)
    signal productOpened(string product)

    spacing: Theme.space3

    IconButton {
        Layout.alignment: Qt.AlignRight
        icon: "x"
        label: qsTr("Close")
        visible: !panel.inSheet && !panel.read
        onClicked: panel.model.close()
    }
    ListState {
        Layout.fillWidth: true
        Layout.fillHeight: true
        state: panel.order.state
        onRetry: panel.model.retryOrder()
    }
    Scroll {
        Layout.fillWidth: true
        Layout.fillHeight: true
        implicitHeight: contentHeight
        visible: panel.read
        spacing: Theme.space3

        OrderHead {
            Layout.fillWidth: true
            order: panel.order
            inSheet: panel.inSheet
            onClosed: panel.model.close()
            onCustomerOpened: customer => panel.customerOpened(customer)
        }
        Notice {
            objectName: "sentence"
            Layout.fillWidth: true
            tone: panel.order.tone
            icon: panel.order.sign
            text: panel.order.sentence
        }
        ColumnLayout {
            spacing: 0

            Repeater {
                model: panel.order.lines

                OrderLineRow {
                    Layout.fillWidth: true
                    onOpened: panel.productOpened(product)
                }
            }
        }
        RowLayout {
            Body {
                strong: true
                text: qsTr("Total")
            }
            Figure {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignRight
                size: Theme.heading
                text: panel.order.total
            }
        }
        Divider {
            Layout.fillWidth: true
        }
        Repeater {
            model: panel.order.steps

            Pair {
                required property string word
                required property string moment

                Layout.fillWidth: true
                label: word
                value: moment
            }
        }
        Divider {
            Layout.fillWidth: true
        }
        Pair {
            Layout.fillWidth: true
            label: qsTr("Payment")
            value: panel.order.method
        }
        Pair {
            Layout.fillWidth: true
            label: qsTr("Ships to")
            value: panel.order.address
            visible: value !== ""
        }
        Pair {
            Layout.fillWidth: true
            label: qsTr("Sold by")
            value: panel.order.seller
            visible: value !== ""
        }
    }
    OrderActs {
        Layout.fillWidth: true
        visible: panel.read
        model: panel.model
    }
}
