pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts

// What stands in a ListRow.
RowLayout {
    id: root

    property string title
    property string detail
    property int detailLines: 1
    property string trailing
    property string trailingDetail
    property list<var> tags
    property alias leading: leadingSlot.data
    property alias extra: extraSlot.data

    spacing: Theme.space3

    RowLayout {
        id: leadingSlot

        visible: children.length > 0
    }
    ColumnLayout {
        spacing: 2

        RowLayout {
            spacing: Theme.space2

            Body {
                Layout.fillWidth: true
                Layout.maximumWidth: Math.ceil(implicitWidth)
                text: root.title
                strong: true
                Accessible.ignored: true
            }
            Repeater {
                model: root.tags

                Tag {}
            }
            Item { Layout.fillWidth: true }
        }
        Caption {
            Layout.fillWidth: true
            text: root.detail
            lines: root.detailLines
            visible: text !== ""
            Accessible.ignored: true
        }
    }
    ColumnLayout {
        id: trailingColumn

        readonly property bool both: root.trailing !== "" && root.trailingDetail !== ""

        spacing: 2
        visible: root.trailing !== "" || root.trailingDetail !== ""

        Figure {
            Layout.alignment: Qt.AlignRight
            text: root.trailing
            visible: text !== ""
            strong: trailingColumn.both
            size: trailingColumn.both ? Theme.body : Theme.small
            color: trailingColumn.both ? Theme.ink : Theme.ink2
            Accessible.ignored: true
        }
        Figure {
            Layout.alignment: Qt.AlignRight
            text: root.trailingDetail
            visible: text !== ""
            strong: false
            size: Theme.tiny
            color: Theme.ink2
            Accessible.ignored: true
        }
    }
    RowLayout {
        id: extraSlot

        visible: children.length > 0
        spacing: Theme.space3
    }
}
