pragma ComponentBehavior: Bound
import QtQuick

// Every page there is. One is made when it is first wanted and kept; a page that cannot be made says so in its place.
Item {
    id: root

    required property Navigator navigator
    required property var models
    readonly property list<var> pages: [
        { page: "today", file: "../today/TodayPage.qml" },
        { page: "clients", file: "../customers/ClientsPage.qml" },
        { page: "customer", file: "../clientbook/CustomerPage.qml" },
        { page: "products", file: "../catalog/ProductsPage.qml" },
        { page: "cart", file: "../cart/CartPage.qml" },
        { page: "orders", file: "../orders/OrdersPage.qml" },
        { page: "notes", file: "../notes/NotesPage.qml" },
        { page: "sync", file: "../sync/SyncPage.qml" },
        { page: "settings", file: "../preferences/SettingsPage.qml" },
        { page: "scanner", file: "../scanning/ScannerTestPage.qml" }
    ]
    // what a page may ask for, and the page that answers
    readonly property var roads: ({
        customerOpened: "customer", productOpened: "products", orderOpened: "orders", cartOpened: "cart", noteOpened: "notes"
    })

    Repeater {
        model: root.pages

        PageSlot {
            navigator: root.navigator
            roads: root.roads
            viewModel: root.models[page] ?? null
        }
    }
}
