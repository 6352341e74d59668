pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// The carts that are open in this store: take one up, set this one aside, begin a guest's.
Sheet {
    id: sheet

    required property CartViewModel model
    readonly property bool unread: model.state === "error"

    title: qsTr("Open carts")

    ListState {
        Layout.fillWidth: true
        icon: "shopping-bag"
        state: sheet.unread ? "error" : sheet.model.carts.count === 0 ? "empty" : "rows"
        sentence: qsTr("No cart in this store holds anything.")
        onRetry: sheet.model.retry()
    }
    Repeater {
        model: sheet.unread ? null : sheet.model.carts.rows

        ListRow {
            id: row

            required property string cart
            required property string name
            required property string words
            required property string total
            required property string letters
            required property bool current

            objectName: "cart-" + cart
            Layout.fillWidth: true
            title: name
            detail: words
            trailing: total
            selected: current
            leading: Avatar {
                initials: row.letters
            }
            onClicked: {
                sheet.model.carts.open(row.cart);
                sheet.close();
            }
        }
    }
    footer: RowLayout {
        spacing: Theme.space3

        AppButton {
            objectName: "park"
            Layout.fillWidth: true
            icon: "pause"
            text: qsTr("Set this one aside")
            enabled: sheet.model.pieces > 0
            onClicked: {
                sheet.model.carts.park("");
                sheet.close();
            }
        }
        AppButton {
            objectName: "guest"
            Layout.fillWidth: true
            icon: "plus"
            text: qsTr("New guest cart")
            onClicked: {
                sheet.model.carts.begin();
                sheet.close();
            }
        }
    }
}
