pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// Where it goes, how she pays, what it costs, and the button that sends it.
ColumnLayout {
    id: aside

    required property CartViewModel model
    readonly property CheckoutViewModel checkout: model.checkout

    signal addressWanted

    spacing: Theme.space3

    Card {
        Layout.fillWidth: true
        visible: aside.checkout.needsAddress && aside.model.customer !== ""

        ColumnLayout {
            spacing: Theme.space1

            SectionTitle {
                text: qsTr("Ships to")
            }
            Repeater {
                id: addresses

                model: aside.checkout.addresses

                ListRow {
                    required property string address
                    required property string name
                    required property string words
                    required property bool chosen
                    required property int index

                    objectName: "address-" + index
                    Layout.fillWidth: true
                    divided: false
                    title: name
                    detail: words
                    selected: chosen
                    onClicked: aside.checkout.chooseAddress(address)
                }
            }
            AppButton {
                objectName: "newAddress"
                kind: addresses.count > 0 ? "quiet" : "plain"
                icon: "plus"
                text: qsTr("New address")
                onClicked: aside.addressWanted()
            }
        }
    }
    Card {
        Layout.fillWidth: true

        ColumnLayout {
            spacing: Theme.space3

            SectionTitle {
                text: qsTr("Payment")
            }
            RowLayout {
                spacing: Theme.space2

                PayChoice {
                    objectName: "till"
                    icon: "store"
                    text: qsTr("At the till")
                    chosen: aside.checkout.methodIndex === 0
                    onClicked: aside.checkout.chooseMethod(0)
                }
                PayChoice {
                    objectName: "paylink"
                    icon: "qr-code"
                    text: qsTr("Pay link")
                    chosen: aside.checkout.methodIndex === 1
                    onClicked: aside.checkout.chooseMethod(1)
                }
            }
        }
    }
    Item {
        Layout.fillHeight: true
    }
    Card {
        Layout.fillWidth: true

        ColumnLayout {
            spacing: Theme.space2

            Pair {
                Layout.fillWidth: true
                label: qsTr("%n items", "", aside.model.pieces)
                value: aside.model.total
            }
            Pair {
                Layout.fillWidth: true
                label: qsTr("Delivery")
                value: qsTr("Free")
                visible: aside.checkout.needsAddress
            }
            RowLayout {
                Layout.topMargin: Theme.space2

                Body {
                    strong: true
                    text: qsTr("Total")
                }
                Figure {
                    objectName: "total"
                    Layout.fillWidth: true
                    horizontalAlignment: Text.AlignRight
                    size: Theme.display
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Theme.subtitle
                    text: aside.model.total
                }
            }
            Caption {
                Layout.fillWidth: true
                lines: 0
                color: Theme.bad
                text: aside.checkout.problem
                visible: text !== ""
            }
            AppButton {
                objectName: "send"
                Layout.fillWidth: true
                Layout.topMargin: Theme.space1
                kind: "primary"
                big: true
                busy: aside.checkout.busy
                enabled: aside.checkout.maySend && aside.model.state === "rows" || busy
                text: qsTr("Send order")
                onClicked: aside.model.send()
            }
            Caption {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                small: true
                lines: 2
                text: qsTr("It gets its number when it is safely kept on this tablet")
            }
        }
    }
}
