pragma ComponentBehavior: Bound

import QtQml
import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit
import clienteling.desktop.scanning

// Scan mode: one scan after the other, and what came of each.
Item {
    id: page

    required property FloorViewModel model
    readonly property list<string> modes: [qsTr("Into the cart"), qsTr("Price"), qsTr("Stock")]
    readonly property bool seeing: model.scanning.cameraState !== "missing"

    signal cartOpened(string cart)

    onVisibleChanged: visible ? model.scanning.startCamera() : model?.scanning.stopCamera() // without a model when the window closes
    Component.onCompleted: if (visible) model.scanning.startCamera()

    // the scan sheet over this page lets go of the camera when it closes
    Connections {
        target: page.model?.scanning ?? null

        function onCameraChanged(): void {
            if (page.visible && page.model.scanning.cameraState === "off")
                page.model.scanning.startCamera();
        }
    }
    Instantiator {
        model: page.modes.length

        Shortcut {
            required property int index

            enabled: page.visible
            sequence: "Ctrl+" + (index + 1)
            onActivated: page.model.choose(index)
        }
    }
    GridLayout {
        anchors { fill: parent; leftMargin: Theme.margin; rightMargin: Theme.margin; bottomMargin: Theme.margin }
        columns: Theme.wide ? 2 : 1
        columnSpacing: Theme.space4
        rowSpacing: Theme.space3

        ColumnLayout {
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            spacing: Theme.space3

            RowLayout {
                spacing: Theme.space3

                Heading {
                    Layout.fillWidth: true
                    level: 2
                    text: qsTr("Scan mode")
                }
                AppButton {
                    objectName: "floorCart"
                    icon: "shopping-bag"
                    text: qsTr("Open the cart")
                    onClicked: page.cartOpened("")
                }
            }
            Segment {
                objectName: "floorModes"
                Layout.fillWidth: true
                label: qsTr("What a scan does")
                model: page.modes
                current: page.model.mode
                onChosen: index => page.model.choose(index)
            }
            Caption {
                objectName: "floorWhose"
                Layout.fillWidth: true
                lines: 0
                text: page.model.mode === 0 ? page.model.cart.title : qsTr("Nothing is put into a cart.")
            }
            FloorFront {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.minimumHeight: 260
                model: page.model
            }
            TypedCode {
                Layout.fillWidth: true
                model: page.model.scanning
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            Layout.preferredHeight: Theme.wide ? -1 : Math.round(page.height * 0.45)
            spacing: Theme.space3

            ScanView {
                Layout.fillWidth: true
                visible: page.seeing
                implicitHeight: 180
                model: page.model.scanning
            }
            Notice {
                objectName: "floorHint"
                Layout.fillWidth: true
                icon: "info"
                text: page.model.scanning.hint
            }
            FloorList {
                Layout.fillWidth: true
                Layout.fillHeight: true
                model: page.model
            }
        }
    }
}
