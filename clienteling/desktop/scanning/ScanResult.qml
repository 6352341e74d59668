import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// What the last code was; an unknown one stays here with a way on.
Card {
    id: root

    required property ScanningViewModel model
    readonly property var last: root.model.last
    readonly property bool unknown: root.last.kind === "unknown"

    signal searched(string text)

    visible: root.last.text !== undefined

    ColumnLayout {
        spacing: Theme.space3

        RowLayout {
            spacing: Theme.space3

            Chip {
                objectName: "scanKind"
                text: root.last.word ?? ""
                tone: root.last.tone ?? "neutral"
            }
            Caption {
                Layout.fillWidth: true
                text: root.last.reader ?? ""
            }
        }
        Figure {
            objectName: "scanText"
            Layout.fillWidth: true
            text: root.last.text ?? ""
            size: 18
            strong: true
        }
        Body {
            objectName: "scanReason"
            Layout.fillWidth: true
            visible: text !== ""
            text: root.last.reason ?? ""
            lines: 0
            soft: true
        }
        RowLayout {
            visible: root.unknown
            spacing: Theme.space3

            AppButton {
                objectName: "searchCode"
                icon: "search"
                text: qsTr("Search for it")
                onClicked: root.searched(root.last.text)
            }
            AppButton {
                objectName: "reportCode"
                icon: "flag"
                text: qsTr("Report it")
                onClicked: root.model.report()
            }
        }
    }
}
