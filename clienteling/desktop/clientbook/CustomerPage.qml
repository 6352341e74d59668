pragma ComponentBehavior: Bound
import QtQuick
import clienteling.desktop.customers
import clienteling.desktop.kit

// One client: who she is, what to do next and all that happened; her cart at the right, in portrait at the foot.
Item {
    id: page

    required property ClientbookViewModel model

    signal orderOpened(string order)
    signal noteOpened(string note)
    signal cardWanted(string customer)
    signal pageWanted(string page)

    CustomerBody {
        anchors {
            left: parent.left; right: side.left; top: parent.top; bottom: foot.top
            leftMargin: Theme.margin; rightMargin: Theme.margin
        }
        visible: page.model.state === "rows"
        book: page.model
        onOrderOpened: order => page.orderOpened(order)
        onNoteOpened: note => page.noteOpened(note)
    }
    ListState {
        anchors { left: parent.left; right: side.left; top: parent.top; bottom: parent.bottom; margins: Theme.margin }
        icon: "users"
        rows: 6
        state: page.model.state
        sentence: page.model.sentence
        action: qsTr("Clients")
        onRetry: page.model.retry()
        onActed: page.pageWanted("clients")
    }
    DetailsSheet {
        model: page.model.details
        onCardWanted: page.cardWanted(page.model.customer)
    }
    WhySheet {
        model: page.model.why
    }
    SaidSheet {
        model: page.model.said
    }
    TwinSheet {
        model: page.model.twin
    }
    Beside {
        id: side

        anchors { right: parent.right; top: parent.top; bottom: parent.bottom }
        width: shown ? Theme.cartColumn : 0
        shown: Theme.wide && page.model.cart !== null && page.model.state === "rows"
        file: "../cart/CartColumn.qml"
        model: page.model.cart
        onCheckoutWanted: page.pageWanted("cart")
    }
    Beside {
        id: foot

        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: shown && (item as Item)?.visible ? implicitHeight : 0
        shown: !Theme.wide && page.model.cart !== null && page.model.state === "rows"
        file: "../cart/CartBar.qml"
        model: page.model.cart
        onCheckoutWanted: page.pageWanted("cart")
    }
}
