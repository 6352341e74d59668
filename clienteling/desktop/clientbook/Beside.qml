import QtQuick

// The place of a part that another feature draws on her page; made when it is first shown.
Loader {
    id: root

    required property string file
    required property QtObject model
    property bool shown: false

    signal checkoutWanted
    signal noteOpened(string note)

    visible: shown
    onShownChanged: if (shown && status === Loader.Null) setSource(file, { model: model })
    Component.onCompleted: shownChanged()

    Connections {
        target: root.item
        ignoreUnknownSignals: true

        function onCheckoutWanted() {
            root.checkoutWanted();
        }
        function onNoteOpened(note: string) {
            root.noteOpened(note);
        }
    }
}
