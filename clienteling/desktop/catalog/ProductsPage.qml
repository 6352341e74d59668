pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// What the shop sells, by picture; the product in front stands at the right, in portrait it comes from below.
Item {
    id: page

    required property CatalogViewModel model
    readonly property Item results: grid

    signal audienceWanted(string product)

    RowLayout {
        anchors { fill: parent; leftMargin: Theme.margin; rightMargin: Theme.margin; bottomMargin: Theme.margin }
        spacing: Theme.space4

        ColumnLayout {
            spacing: Theme.space2

            RowLayout {
                spacing: Theme.space2

                Heading {
                    text: page.model.title
                }
                Figure {
                    Layout.fillWidth: true
                    Layout.alignment: Qt.AlignBaseline
                    text: page.model.countText
                    size: Theme.small
                    strong: false
                    color: Theme.ink2
                }
                IconButton {
                    objectName: "choose-products"
                    icon: "tags"
                    label: qsTr("Print labels")
                    visible: page.model.state === "rows" && !page.model.choosing.on
                    onClicked: page.model.choosing.begin()
                }
                IconButton {
                    objectName: "unknown-codes"
                    icon: "barcode"
                    label: qsTr("Codes nobody knows")
                    visible: page.model.unknown.allowed
                    onClicked: unknown.open()
                }
            }
            ListView {
                id: categories

                objectName: "categories"
                Layout.fillWidth: true
                Layout.leftMargin: -leftMargin
                Layout.rightMargin: -rightMargin
                Layout.preferredHeight: Theme.touch
                leftMargin: 4 // room for the ring of the first
                rightMargin: 4
                orientation: ListView.Horizontal
                cacheBuffer: 0 // as in RowList
                spacing: Theme.space2
                clip: true
                boundsBehavior: Flickable.DragOverBounds
                highlightFollowsCurrentItem: false
                model: page.model.categories
                Accessible.role: Accessible.List
                Accessible.name: qsTr("Categories")
                delegate: FilterChip {
                    required property string key
                    required property string name
                    required property bool chosen

                    objectName: "category-" + key
                    text: name
                    checked: chosen
                    onClicked: page.model.choose(key)
                }

                InSight { view: categories }
            }
            Item {
                Layout.fillWidth: true
                Layout.fillHeight: true

                ProductGrid {
                    id: grid

                    anchors { fill: parent; rightMargin: -Theme.space3 } // beyond its last column stands a gap too
                    visible: page.model.state === "rows"
                    model: page.model.products
                    current: page.model.card.productId
                    chosen: page.model.choosing.chosen
                    onOpened: product => page.model.choosing.on ? page.model.choosing.toggle(product) : page.model.open(product)
                }
                ProductShapes {
                    anchors { fill: parent; rightMargin: -Theme.space3 }
                    visible: page.model.state === "loading"
                }
                ListState {
                    anchors.fill: parent
                    icon: "package-open"
                    state: page.model.state === "loading" ? "rows" : page.model.state
                    sentence: page.model.sentence
                    onRetry: page.model.retry()
                }
            }
            ChoosingBar {
                Layout.fillWidth: true
                model: page.model.choosing
            }
        }
        Card {
            Layout.fillHeight: true
            Layout.preferredWidth: 376
            Layout.maximumWidth: 376
            visible: Theme.wide && page.model.card.open

            ProductCard {
                model: page.model.card
                onClosed: page.model.close()
                onLabelled: page.model.choosing.labelOne(page.model.card.productId)
                onToldOf: page.audienceWanted(page.model.card.productId)
                onRetried: page.model.retryCard()
            }
        }
    }
    UnknownSheet {
        id: unknown

        model: page.model.unknown
    }
    Sheet {
        id: sheet

        title: page.model.card.name
        // it goes with its page, so that it lies over no other; turned on its side it stands at the right
        visible: page.visible && !Theme.wide && page.model.card.open
        onClosed: if (page.visible && !Theme.wide && page.model.card.open) page.model.close()

        ProductCard {
            Layout.fillWidth: true
            model: page.model.card
            inSheet: true
            onLabelled: page.model.choosing.labelOne(page.model.card.productId)
            onToldOf: page.audienceWanted(page.model.card.productId)
            onRetried: page.model.retryCard()
        }
    }
}
