pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Controls.Basic
import clienteling.desktop.kit

// Products as pictures with their price and where they can be had.
GridView {
    id: grid

    property string current
    property list<string> chosen
    readonly property int columns: Math.max(2, Math.floor(width / (184 * Theme.textScale)))

    signal opened(string product)

    cellWidth: Math.floor(width / columns)
    cellHeight: Math.round(cellWidth + 68 * Theme.textScale)
    reuseItems: true
    clip: true
    boundsBehavior: Flickable.DragOverBounds
    highlightFollowsCurrentItem: false
    Accessible.role: Accessible.List
    ScrollBar.vertical: ScrollMark {}

    InSight { view: grid }

    delegate: FocusScope {
        id: cell

        required property string product
        required property string name
        required property string brand
        required property string price
        required property string place
        required property string tone
        required property string sign

        width: grid.cellWidth
        height: grid.cellHeight
        Keys.onPressed: event => Walk.step(event, cell)
        GridView.onPooled: visible = false // as in ListRow
        GridView.onReused: visible = true

        Tile {
            anchors { fill: parent; rightMargin: Theme.space3; bottomMargin: Theme.space3 }
            objectName: "product-" + cell.product
            padding: 10
            focus: true
            stop: cell.GridView.isCurrentItem
            text: [cell.name, cell.price, cell.place].join(", ")
            selected: cell.product === grid.current || grid.chosen.includes(cell.product)
            onClicked: grid.opened(cell.product)

            ColumnLayout {
                spacing: 2

                Picture {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    product: cell.product
                    icon: cell.sign

                    Chip {
                        anchors { left: parent.left; top: parent.top; margins: 6 }
                        text: cell.place
                        tone: cell.tone
                        Accessible.ignored: true
                    }
                }
                Body {
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.space1
                    text: cell.name
                    strong: true
                    Accessible.ignored: true
                }
                Caption {
                    Layout.fillWidth: true
                    text: cell.brand
                    small: true
                    Accessible.ignored: true
                }
                Figure {
                    Layout.fillWidth: true
                    text: cell.price
                    Accessible.ignored: true
                }
            }
        }
    }
}
