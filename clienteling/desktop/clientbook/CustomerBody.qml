pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// Her page as one endless list: everything above the history is its header, so that it all scrolls together.
RowList {
    id: body

    required property ClientbookViewModel book
    property int tab: 0
    property bool touched: false

    signal orderOpened(string order)
    signal noteOpened(string note)

    objectName: "history"
    Accessible.name: qsTr("Timeline")
    model: tab === 0 && body.book.historyState !== "error" ? body.book.history : null
    // the header grows while its parts are made; her name stays in sight until somebody scrolls
    onOriginYChanged: if (!touched) positionViewAtBeginning()
    onMovementStarted: touched = true
    currentIndex: -1 // the keyboard comes to the header first
    onModelChanged: currentIndex = -1
    // the Tab key follows the order of the children, and a list makes its footer first
    onHeaderItemChanged: {
        footerItem.parent = null;
        footerItem.parent = contentItem;
    }
    onCurrentIndexChanged: if (currentIndex >= 0) touched = true

    Connections {
        target: body.book

        function onOpened() {
            body.tab = 0;
            body.touched = false;
        }
    }

    header: ColumnLayout {
        width: body.width
        spacing: Theme.space3

        CustomerHead {
            Layout.fillWidth: true
            model: body.book
            onNotesWanted: body.tab = 1
        }
        Notice {
            objectName: "twin"
            Layout.fillWidth: true
            icon: "users"
            text: body.book.twin.question
            action: qsTr("Compare")
            onActed: body.book.twin.compare()
        }
        CustomerFacts {
            Layout.fillWidth: true
            model: body.book
        }
        Loader {
            Layout.fillWidth: true
            Component.onCompleted: setSource("../suggestions/SuggestionCards.qml", {
                model: body.book.suggestions,
                title: Qt.binding(() => qsTr("For %1 now").arg(body.book.name))
            })
        }
        HistoryHead {
            Layout.fillWidth: true
            model: body.book
            tab: body.tab
            onChosen: tab => body.tab = tab
        }
    }
    delegate: HistoryRow {
        width: body.width
        last: index === body.count - 1
        onOpened: order => body.orderOpened(order)
    }
    footer: CustomerFoot {
        width: body.width
        model: body.book
        tab: body.tab
        onNoteOpened: note => body.noteOpened(note)
    }
}
