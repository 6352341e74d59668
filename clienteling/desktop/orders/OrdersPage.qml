pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// Every order this tablet knows, those that need a person first; the one in front stands at the right.
Item {
    id: page

    required property OrdersViewModel model
    readonly property Item results: list

    signal customerOpened(string customer)
    signal productOpened(string product)

    RowLayout {
        anchors { fill: parent; leftMargin: Theme.margin; rightMargin: Theme.margin; bottomMargin: Theme.margin }
        spacing: Theme.space4

        ColumnLayout {
            spacing: Theme.space2

            RowLayout {
                spacing: Theme.space2

                Heading {
                    Layout.fillWidth: true
                    text: qsTr("Orders")
                }
                AppButton {
                    objectName: "receipts"
                    kind: "quiet"
                    icon: "receipt-text"
                    text: qsTr("Receipts of the day")
                    onClicked: receipts.open()
                }
            }
            ListView {
                id: states

                Layout.fillWidth: true
                Layout.leftMargin: -leftMargin
                Layout.rightMargin: -rightMargin
                Layout.preferredHeight: Theme.touch
                leftMargin: 4 // room for the ring of the first
                rightMargin: 4
                orientation: ListView.Horizontal
                cacheBuffer: 0 // as in RowList
                spacing: Theme.space2
                boundsBehavior: Flickable.DragOverBounds
                highlightFollowsCurrentItem: false
                clip: true
                model: page.model.groups
                Accessible.role: Accessible.List
                Accessible.name: qsTr("States")
                delegate: FilterChip {
                    required property string name
                    required property int count
                    required property bool chosen
                    required property int index

                    objectName: "group-" + index
                    text: count > 0 ? name + " " + count : name
                    tone: index === 1 && count > 0 ? "bad" : "accent"
                    checked: chosen
                    onClicked: page.model.choose(index)
                }

                InSight { view: states }
            }
            Card {
                Layout.fillWidth: true
                Layout.fillHeight: true
                topPadding: Theme.space1
                bottomPadding: Theme.space1

                Item {
                    RowList {
                        id: list

                        anchors.fill: parent
                        visible: page.model.state === "rows"
                        model: page.model.orders
                        delegate: OrderRow {
                            width: ListView.view.width
                            selected: order === page.model.detail.orderId
                            onClicked: page.model.open(order)
                        }
                    }
                    ListState {
                        anchors.fill: parent
                        icon: "package-check"
                        rows: 6
                        state: page.model.state
                        sentence: page.model.sentence
                        onRetry: page.model.retry()
                    }
                }
            }
        }
        Card {
            Layout.fillHeight: true
            Layout.preferredWidth: 432
            Layout.maximumWidth: 432
            visible: Theme.wide

            Item {
                OrderPanel {
                    anchors.fill: parent
                    visible: page.model.detail.open
                    model: page.model
                    onCustomerOpened: customer => page.customerOpened(customer)
                    onProductOpened: product => page.productOpened(product)
                }
                ListState {
                    anchors.fill: parent
                    icon: "receipt-text"
                    state: page.model.detail.open ? "rows" : "empty"
                    sentence: qsTr("Choose an order to see its lines, where they come from and what happened.")
                }
            }
        }
    }
    Sheet {
        title: page.model.detail.number
        visible: !Theme.wide && page.model.detail.open
        onClosed: if (!Theme.wide) page.model.close() // turned on its side it stands at the right

        OrderPanel {
            Layout.fillWidth: true
            model: page.model
            inSheet: true
            onCustomerOpened: customer => page.customerOpened(customer)
            onProductOpened: product => page.productOpened(product)
        }
    }
    ReceiptsSheet {
        id: receipts

        model: page.model.receipts
        onOrderChosen: order => page.model.open(order)
    }
}
