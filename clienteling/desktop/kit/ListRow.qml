import QtQuick
import QtQuick.Templates as T

// One line of a list: what it is, a quieter second line, what belongs at the right.
// The button is inside, so that a delegate may have roles called icon, text or action.
FocusScope {
    id: root

    property string title
    property string detail
    property int detailLines: 1
    property string trailing
    property string trailingDetail
    property list<var> tags
    property bool selected: false
    property bool divided: true
    property bool interactive: true
    // a list is one stop of the Tab key, its current row; the arrows go on from there
    property bool stop: !listed || ListView.isCurrentItem
    property bool listed: ListView.view !== null
    // what is marked at the edges keeps its words off them
    readonly property real inset: selected || button.visualFocus ? Theme.space3 : 0
    property alias leading: row.leading
    default property alias extra: row.extra

    signal clicked

    implicitWidth: 320
    implicitHeight: Math.max(Math.round(66 * Theme.textScale), row.implicitHeight + 20)
    Keys.onPressed: event => Walk.step(event, root)
    ListView.onPooled: visible = false // or it would still be read aloud
    ListView.onReused: visible = true

    T.AbstractButton {
        id: button

        anchors.fill: parent
        focus: true
        focusPolicy: !root.interactive && !root.listed ? Qt.NoFocus : root.stop || activeFocus ? Qt.StrongFocus : Qt.ClickFocus
        hoverEnabled: root.interactive
        text: [root.title, root.detail, root.trailing, root.trailingDetail].filter(words => words !== "").join(", ")
        Accessible.focusable: root.interactive
        Accessible.role: root.interactive ? Accessible.Button : Accessible.ListItem
        onClicked: if (root.interactive) root.clicked()
        Keys.onReturnPressed: click()
        Keys.onEnterPressed: click()

        background: Rectangle {
            radius: Theme.radiusPicture
            color: root.selected ? Theme.raised : !root.interactive ? "transparent"
                : button.pressed ? Theme.pressed : button.hovered ? Theme.hovered : "transparent"

            Rectangle {
                width: 3
                height: parent.height - 20
                anchors.verticalCenter: parent.verticalCenter
                radius: 2
                color: Theme.accent
                visible: root.selected
            }
            Divider {
                anchors.bottom: parent.bottom
                width: parent.width
                visible: root.divided && !root.selected
            }
            FocusRing {
                shown: button.visualFocus
                around: parent.radius - 3
                anchors.margins: 0
            }
        }
    }
    RowWords {
        id: row

        anchors { fill: parent; leftMargin: root.inset; rightMargin: root.inset }
        title: root.title
        detail: root.detail
        detailLines: root.detailLines
        trailing: root.trailing
        trailingDetail: root.trailingDetail
        tags: root.tags
    }
}
