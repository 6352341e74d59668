import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import clienteling.desktop.kit
import clienteling.desktop.sync

// How this tablet and central stand: a quiet word while all is well, a chip when it is not.
FocusScope {
    id: root

    required property SyncViewModel model
    readonly property string tone: model.state === "needsYou" ? "bad" : model.state === "offline" ? "warn" : ""
    readonly property color ink: tone === "" ? Theme.ink2 : Theme.toneInk(tone)

    signal clicked

    implicitWidth: button.implicitWidth
    implicitHeight: Theme.touch

    T.AbstractButton {
        id: button

        anchors.fill: parent
        focus: true
        leftPadding: root.tone === "" ? 0 : 12
        rightPadding: leftPadding
        implicitWidth: implicitContentWidth + leftPadding + rightPadding
        text: root.model.chip
        Accessible.description: qsTr("Opens what this tablet still has to tell")
        onClicked: root.clicked()
        Keys.onReturnPressed: click()
        Keys.onEnterPressed: click()

        background: Item {
            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width
                height: Math.round(28 * Theme.textScale)
                radius: height / 2
                color: root.tone === "" ? "transparent" : Theme.toneSoft(root.tone)

                FocusRing {
                    shown: button.visualFocus
                    around: parent.radius
                }
            }
        }
        contentItem: RowLayout {
            spacing: Theme.space2

            Rectangle {
                implicitWidth: 8
                implicitHeight: 8
                radius: 4
                color: root.model.state === "online" ? Theme.ok : Theme.warn
                visible: root.tone === ""
            }
            Icon {
                name: root.tone === "" ? "" : root.tone === "warn" ? "cloud-off" : "circle-alert"
                color: root.ink
                size: 16
            }
            Figure {
                text: root.model.chip
                color: root.ink
                size: Theme.small
                strong: root.tone !== ""
                Accessible.ignored: true
            }
        }
    }
}
