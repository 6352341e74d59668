pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts

// What a list shows while it has no rows: their shape, a sentence, or what went wrong. Set `state`; "rows" hides it.
Item {
    id: root

    property string sentence
    property string icon: "inbox"
    property int rows: 4
    property string action

    signal retry
    signal acted

    implicitWidth: 280
    implicitHeight: state === "loading" ? shapes.implicitHeight : words.implicitHeight + 48
    visible: state !== "rows" && state !== ""
    clip: true

    ColumnLayout {
        id: shapes

        width: parent.width
        spacing: 0
        visible: root.state === "loading"

        Repeater {
            model: root.rows

            RowLayout {
                Layout.preferredHeight: Math.round(66 * Theme.textScale)
                spacing: Theme.space3

                Skeleton {
                    implicitWidth: 44
                    implicitHeight: 44
                    radius: 22
                }
                ColumnLayout {
                    spacing: Theme.space2

                    Skeleton { implicitWidth: Math.min(180, root.width * 0.4) }
                    Skeleton {
                        implicitWidth: Math.min(280, root.width * 0.6)
                        implicitHeight: 10
                    }
                }
                Item { Layout.fillWidth: true }
            }
        }
    }
    ColumnLayout {
        id: words

        anchors.centerIn: parent
        width: Math.min(parent.width - 32, 420)
        spacing: Theme.space3
        visible: root.state === "empty" || root.state === "error"

        Icon {
            Layout.alignment: Qt.AlignHCenter
            name: root.state === "error" ? "triangle-alert" : root.icon
            color: root.state === "error" ? Theme.warn : Theme.ink3
            size: 36
        }
        Body {
            Layout.fillWidth: true
            text: root.state === "error" ? qsTr("This could not be read. Try again.") : root.sentence
            soft: true
            lines: 0
            horizontalAlignment: Text.AlignHCenter
        }
        AppButton {
            objectName: root.state === "error" ? "retry" : "act"
            Layout.alignment: Qt.AlignHCenter
            text: root.state === "error" ? qsTr("Try again") : root.action
            icon: root.state === "error" ? "refresh-cw" : ""
            visible: text !== ""
            onClicked: root.state === "error" ? root.retry() : root.acted()
        }
    }
}
