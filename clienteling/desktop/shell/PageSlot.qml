import QtQuick
import clienteling.desktop.kit

// The place of one page; it remembers where the keyboard was in it.
FocusScope {
    id: root

    required property var modelData
    required property Navigator navigator
    required property var roads
    property var viewModel
    readonly property string page: modelData.page
    readonly property bool current: navigator.page === page
    readonly property var shown: loader.item
    readonly property Item results: shown?.results ?? null

    objectName: "page-" + page
    anchors.fill: parent
    visible: current
    focus: current
    enabled: current
    onCurrentChanged: make()
    Component.onCompleted: make()

    function make() {
        if (current && viewModel && loader.status === Loader.Null)
            loader.setSource(modelData.file, { model: viewModel });
    }

    Loader {
        id: loader

        anchors.fill: parent
        onLoaded: Object.keys(root.roads).forEach(road => item[road]?.connect(key => root.navigator.open(root.roads[road], key)))
    }
    ListState {
        anchors.fill: parent
        state: loader.status === Loader.Ready || loader.status === Loader.Loading ? "rows" : "empty"
        icon: "hourglass"
        sentence: qsTr("This page is not on this tablet yet.")
    }
    Connections {
        target: loader.item
        ignoreUnknownSignals: true

        function onPageWanted(page: string) {
            root.navigator.open(page);
        }
    }
}
