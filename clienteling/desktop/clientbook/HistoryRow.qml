import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// One thing that happened: where by colour and icon, when, and for how much.
HistorySheet {
    id: strip

    required property string title
    required property string detail
    required property string time
    required property string date
    required property string amount
    required property string sign
    required property string tone
    required property string order
    required property bool provisional
    required property int index
    property bool last: false

    signal opened(string order)

    implicitHeight: row.implicitHeight
    Keys.onPressed: event => Walk.step(event, strip)
    ListView.onPooled: visible = false // as in ListRow
    ListView.onReused: visible = true

    ListRow {
        id: row

        objectName: "event-" + strip.index
        focus: true
        listed: true
        stop: strip.ListView.isCurrentItem || (strip.index === 0 && (strip.ListView.view?.currentIndex ?? 0) < 0)
        anchors { left: parent.left; right: parent.right; leftMargin: Theme.space4; rightMargin: Theme.space4 }
        title: strip.title
        detail: strip.detail
        interactive: strip.order !== ""
        divided: !strip.last
        tags: strip.provisional ? [{ text: qsTr("Provisional"), tone: "warn", icon: "clock" }] : []
        leading: Rectangle {
            implicitWidth: 36
            implicitHeight: 36
            radius: Theme.radiusPicture
            color: Theme.toneSoft(strip.tone)

            Icon {
                anchors.centerIn: parent
                name: strip.sign
                size: 20
                color: Theme.toneInk(strip.tone)
            }
        }
        onClicked: strip.opened(strip.order)

        ColumnLayout {
            spacing: 2

            Figure {
                Layout.alignment: Qt.AlignRight
                text: strip.date + " " + strip.time
                strong: false
                size: Theme.small
                color: Theme.ink2
            }
            Figure {
                Layout.alignment: Qt.AlignRight
                text: strip.amount
                visible: text !== ""
                size: Theme.small
            }
        }
    }
}
