import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import clienteling.desktop.kit

// The first label as it will look, the paper, and the way to a file.
ColumnLayout {
    id: root

    required property LabelsViewModel model

    spacing: Theme.space3

    LabelPreview {
        id: preview

        objectName: "preview"
        Layout.alignment: Qt.AlignHCenter
        Layout.preferredWidth: Math.min(root.width, 344)
        Layout.preferredHeight: preview.width * root.model.shape
        Component.onCompleted: root.model.showOn(preview)
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("The first label")

        Rectangle {
            anchors.fill: parent
            color: "transparent"
            border.width: 1
            border.color: Theme.line
        }
    }
    Connections {
        target: root.model

        function onChanged(): void {
            root.model.showOn(preview);
        }
    }
    Choice {
        objectName: "paper"
        Layout.fillWidth: true
        label: qsTr("Paper")
        model: root.model.papers
        current: root.model.paper
        onChosen: index => root.model.choosePaper(index)
    }
    Body {
        objectName: "summary"
        Layout.fillWidth: true
        lines: 2
        text: root.model.summary
    }
    Progress {
        Layout.fillWidth: true
        visible: root.model.busy
        value: root.model.progress
        label: qsTr("Labels")
    }
    AppButton {
        objectName: "cancel-labels"
        Layout.fillWidth: true
        icon: "x"
        text: qsTr("Cancel")
        visible: root.model.busy
        onClicked: root.model.cancel()
    }
    AppButton {
        objectName: "save-labels"
        Layout.fillWidth: true
        kind: "primary"
        big: true
        icon: "download"
        text: qsTr("Save as PDF")
        visible: !root.model.busy
        enabled: root.model.total > 0
        onClicked: root.model.save()
    }
    AppButton {
        objectName: "save-elsewhere"
        Layout.fillWidth: true
        text: qsTr("Save elsewhere")
        visible: !root.model.busy
        enabled: root.model.total > 0
        onClicked: files.open()
    }
    Notice {
        objectName: "saved-labels"
        Layout.fillWidth: true
        tone: "ok"
        icon: "check"
        text: root.model.saved === "" ? "" : qsTr("Saved as %1. Print it at 100 %, never fitted to the page.").arg(root.model.saved)
    }
    FileDialog {
        id: files

        title: qsTr("Save elsewhere")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "pdf"
        nameFilters: ["PDF (*.pdf)"]
        onAccepted: root.model.saveAs(selectedFile)
    }
}
