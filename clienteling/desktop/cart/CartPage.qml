pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// The cart in front and its way to an order.
Item {
    id: page

    required property CartViewModel model

    signal orderOpened(string order)
    signal customerOpened(string customer)

    GridLayout {
        anchors { fill: parent; leftMargin: Theme.margin; rightMargin: Theme.margin; bottomMargin: Theme.margin }
        columns: Theme.wide ? 2 : 1
        columnSpacing: Theme.space4
        rowSpacing: Theme.space3
        visible: page.model.checkout.receipt === ""

        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true
            padding: 20

            ColumnLayout {
                spacing: Theme.space3

                CartHead {
                    Layout.fillWidth: true
                    model: page.model
                    onCustomerOpened: customer => page.customerOpened(customer)
                    onSwitched: carts.open()
                    onGiven: give.open()
                }
                Divider {
                    Layout.fillWidth: true
                }
                Item {
                    Layout.fillWidth: true
                    Layout.fillHeight: true

                    CartLines {
                        anchors.fill: parent
                        wide: true
                        visible: page.model.state === "rows"
                        cart: page.model
                        onPickupWanted: line => {
                            page.model.pickup.choose(line);
                            pickup.open();
                        }
                    }
                    ListState {
                        anchors.fill: parent
                        icon: "shopping-bag"
                        state: page.model.state
                        sentence: qsTr("This cart is empty. Scan a product, or find one under Products.")
                        action: page.model.carts.count > 0 ? qsTr("Open carts") : ""
                        onRetry: page.model.retry()
                        onActed: carts.open()
                    }
                }
                UndoStrip {
                    Layout.fillWidth: true
                    model: page.model.undo
                }
                Notice {
                    objectName: "waiting"
                    Layout.fillWidth: true
                    icon: "hourglass"
                    text: page.model.checkout.waiting
                }
                Notice {
                    objectName: "offline"
                    Layout.fillWidth: true
                    icon: "cloud-off"
                    text: page.model.state === "rows" ? page.model.checkout.strip : ""
                }
            }
        }
        CheckoutAside {
            Layout.fillHeight: Theme.wide
            Layout.fillWidth: !Theme.wide
            Layout.preferredWidth: Theme.wide ? Theme.cartColumn : -1
            model: page.model
            onAddressWanted: address.open()
        }
    }
    CartSent {
        anchors { fill: parent; leftMargin: Theme.margin; rightMargin: Theme.margin; bottomMargin: Theme.margin }
        visible: page.model.checkout.receipt !== ""
        model: page.model.checkout
        onOrderOpened: order => page.orderOpened(order)
    }
    PickupSheet {
        id: pickup

        model: page.model.pickup
    }
    AddressSheet {
        id: address

        model: page.model.newAddress
        recipientName: page.model.name
    }
    GiveSheet {
        id: give

        model: page.model.giving
    }
    CartsSheet {
        id: carts

        model: page.model
    }
}
