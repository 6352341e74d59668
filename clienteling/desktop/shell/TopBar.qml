import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit
import clienteling.desktop.sync

// One search, the scanner, and how this tablet and central stand.
RowLayout {
    id: root

    required property Navigator navigator
    required property SyncViewModel sync
    readonly property bool writing: search.activeFocus

    signal entered
    signal abandoned

    spacing: Theme.space4

    IconButton {
        objectName: "back"
        icon: "arrow-left"
        label: qsTr("Back")
        visible: root.navigator.canGoBack
        onClicked: root.navigator.back()
    }
    SearchField {
        id: search

        objectName: "search"
        Layout.fillWidth: true
        placeholder: root.navigator.placeholder
        onEdited: text => root.navigator.search(text)
        onCleared: root.navigator.search("")
        onAccepted: root.navigator.accept()
        Keys.onDownPressed: root.entered()
        Keys.onEscapePressed: root.abandoned()
    }
    AppButton {
        objectName: "scan"
        text: qsTr("Scan")
        icon: "scan-line"
        kind: "primary"
        round: true
        onClicked: root.navigator.scan()
    }
    SyncChip {
        objectName: "sync-chip"
        model: root.sync
        onClicked: root.navigator.open("sync")
    }
    Connections {
        target: root.navigator

        function onSearchWanted() {
            search.focusNow();
        }
        function onChanged() {
            if (search.shownText !== root.navigator.searchText)
                search.text = root.navigator.searchText;
        }
    }
}
