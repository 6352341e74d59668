import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import clienteling.desktop.kit

// Show a code in any way at hand: camera, scanner, picture or fingers.
Sheet {
    id: sheet

    required property ScanningViewModel model
    property bool mayGoOn: false

    signal searched(string text)
    signal modeWanted

    title: qsTr("Scan a code")
    onOpened: {
        sheet.model.forget();
        sheet.model.startCamera();
    }
    onClosed: sheet.model.stopCamera()

    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.space3

        ScanView {
            Layout.fillWidth: true
            model: sheet.model
        }
        Choice {
            Layout.fillWidth: true
            visible: sheet.model.cameras.length > 1
            label: qsTr("Camera")
            model: sheet.model.cameras
            current: sheet.model.cameraIndex
            onChosen: index => sheet.model.chooseCamera(index)
        }
        Notice {
            objectName: "scanHint"
            Layout.fillWidth: true
            text: sheet.model.hint
            icon: "info"
        }
        ScanResult {
            Layout.fillWidth: true
            model: sheet.model
            onSearched: text => sheet.searched(text)
        }
        TypedCode {
            Layout.fillWidth: true
            model: sheet.model
        }
        AppButton {
            objectName: "choosePicture"
            Layout.fillWidth: true
            icon: "image"
            text: qsTr("Choose a picture")
            busy: sheet.model.busy
            onClicked: files.open()
        }
        Caption {
            Layout.fillWidth: true
            text: qsTr("A scanner works on every screen; there is no need to open this first.")
            lines: 0
        }
        AppButton {
            objectName: "scanMode"
            Layout.fillWidth: true
            visible: sheet.mayGoOn
            icon: "scan-barcode"
            text: qsTr("Scan many, or check price and stock")
            onClicked: {
                sheet.close();
                sheet.modeWanted();
            }
        }
    }
    DropPicture {
        parent: sheet.contentItem.parent // over the whole panel, in no layout
        anchors.fill: parent
        model: sheet.model
    }
    FileDialog {
        id: files

        title: qsTr("Choose a picture")
        nameFilters: [qsTr("Pictures") + " (*.png *.jpg *.jpeg *.webp)"]
        onAccepted: sheet.model.openPicture(selectedFile)
    }
    Connections {
        target: sheet.model

        function onMoved(): void {
            sheet.close();
        }
    }
}
