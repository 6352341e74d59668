pragma ComponentBehavior: Bound
import QtQuick
import clienteling.desktop.scanning

// The scan sheet, made when it is first wanted, so that the camera's libraries do not slow the start.
Item {
    id: root

    required property ScanningViewModel model
    property bool mayGoOn: false

    signal searched(string text)
    signal modeWanted

    function open() {
        loader.active = true;
        (loader.item as Loaded)?.sheet.open();
    }

    component Loaded: Item {
        id: inside

        readonly property alias sheet: sheet

        ScanSheet {
            id: sheet

            objectName: "scan-sheet"
            model: root.model
            mayGoOn: root.mayGoOn
            onModeWanted: root.modeWanted()
            onSearched: text => {
                sheet.close();
                root.searched(text);
            }
        }
    }
    Loader {
        id: loader

        anchors.fill: parent
        active: false
        sourceComponent: Component { Loaded {} }
    }
}
