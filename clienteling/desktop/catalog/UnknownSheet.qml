pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// Codes that were scanned and reported in this store and that no product has.
Sheet {
    id: sheet

    required property UnknownCodesViewModel model

    title: qsTr("Codes nobody knows")
    onAboutToShow: model.begin()

    Item {
        Layout.fillWidth: true
        implicitHeight: Math.max(240, Math.min(400, list.contentHeight))

        RowList {
            id: list

            anchors.fill: parent
            visible: sheet.model.state === "rows"
            model: sheet.model.codes
            Accessible.name: sheet.title
            delegate: ListRow {
                required property string code
                required detail
                required property string count
                required property string when
                required property int index

                objectName: "unknown-" + index
                width: ListView.view.width
                interactive: false
                title: code
                trailing: count
                trailingDetail: when
            }
        }
        ListState {
            anchors.fill: parent
            icon: "barcode"
            state: sheet.model.state
            sentence: qsTr("Every code that was reported has a product by now.")
            onRetry: sheet.model.begin()
        }
    }
}
