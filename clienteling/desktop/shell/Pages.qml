pragma ComponentBehavior: Bound
import QtQuick
import clienteling.desktop.kit

// Every page there is. One is made when it is first wanted and kept; a page that cannot be made says so in its place.
FocusScope {
    id: root

    required property Navigator navigator
    required property var models
    readonly property list<var> pages: [
        { page: "today", file: "../today/TodayPage.qml" },
        { page: "clients", file: "../customers/ClientsPage.qml" },
        { page: "customer", file: "../clientbook/CustomerPage.qml" },
        { page: "products", file: "../catalog/ProductsPage.qml" },
        { page: "cart", file: "../cart/CartPage.qml" },
        { page: "floor", file: "../floor/FloorPage.qml" },
        { page: "orders", file: "../orders/OrdersPage.qml" },
        { page: "notes", file: "../notes/NotesPage.qml" },
        { page: "sync", file: "../sync/SyncPage.qml" },
        { page: "settings", file: "../preferences/SettingsPage.qml" },
        { page: "scanner", file: "../scanning/ScannerTestPage.qml" },
        { page: "labels", file: "../labels/LabelsPage.qml" },
        { page: "audience", file: "../outreach/AudiencePage.qml" },
        { page: "reasons", file: "../reasons/ReasonsPage.qml" }
    ]
    // what a page may ask for, and the page that answers
    readonly property var roads: ({
        customerOpened: "customer", productOpened: "products", orderOpened: "orders", cartOpened: "cart", noteOpened: "notes", cardWanted: "labels",
        audienceWanted: "audience"
    })

    property bool seeking: false

    onEnabledChanged: if (enabled && Walk.byKeys) forceActiveFocus(Walk.reason)
    // from what is no stop itself, such as a list whose row has just gone
    Keys.onTabPressed: Walk.at.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    Keys.onBacktabPressed: Walk.at.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)

    // from the search down to what it found, or else to the first thing of the page
    function enter() {
        const slot = [...children].find(one => (one as PageSlot)?.current);
        (slot?.results?.["currentItem"] ?? slot?.nextItemInFocusChain(true)).forceActiveFocus(Qt.TabFocusReason);
    }

    Connections {
        target: root.navigator

        // who came by keys is led into the page, unless what is being typed opened it
        function onShown() {
            if (Walk.byKeys && root.enabled && !(root.seeking && root.navigator.searchText !== ""))
                root.forceActiveFocus(Walk.reason);
        }
    }
    Repeater {
        model: root.pages

        PageSlot {
            navigator: root.navigator
            roads: root.roads
            viewModel: root.models[page] ?? null
        }
    }
}
