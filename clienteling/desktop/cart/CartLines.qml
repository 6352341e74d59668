pragma ComponentBehavior: Bound
import QtQuick
import clienteling.desktop.kit

// The lines of a cart in groups by the way they take to her; one that was just scanned slides in.
RowList {
    id: list

    required property CartViewModel cart
    property bool wide: false
    property int shown: 0

    signal pickupWanted(string line)

    model: cart.lines
    roves: false
    currentIndex: -1 // or the list would take the focus to its current row whenever rows change
    onModelChanged: currentIndex = -1
    reuseItems: false
    spacing: 0
    section.property: wide ? "" : "section"
    section.delegate: CartSection {
        width: ListView.view.width
    }
    delegate: Loader {
        id: row

        required property string line
        required property string product
        required property string sign
        required property string title
        required property string detail
        required property string price
        required property int quantity
        required property int way
        required property string place
        required property string promise
        required property string stock
        required property bool resolved
        required property bool online
        required property int fresh
        required property string dearer
        required property bool lacking
        required property int most

        width: ListView.view.width
        sourceComponent: list.wide ? wideLine : narrowLine
        onFreshChanged: if (item && fresh > list.shown) slide.restart()
        Component.onCompleted: if (fresh > list.shown) slide.restart()

        NumberAnimation {
            id: slide

            target: row.item
            property: "x"
            from: list.width / 3
            to: 0
            duration: Theme.reducedMotion ? 0 : 150
            easing.type: Easing.OutCubic
            onStarted: list.shown = row.fresh
        }
        Component {
            id: narrowLine

            CartLine {
                width: row.width
                line: row
                cart: list.cart
            }
        }
        Component {
            id: wideLine

            CheckoutLine {
                width: row.width
                line: row
                cart: list.cart
                onPickupWanted: list.pickupWanted(row.line)
            }
        }
    }
}
