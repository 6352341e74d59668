import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import QtQuick.Templates as T

// Something to do before going on: in the middle when there is room, from below in portrait.
T.Popup {
    id: root

    property string title
    property int panelWidth: 560
    // what opened it, which the keyboard returns to
    property Item opener: null
    property bool coming: false
    default property alias content: body.data
    property alias footer: foot.data

    parent: Overlay.overlay
    modal: true
    focus: true
    padding: Theme.space5
    topPadding: Theme.space4
    width: Theme.wide ? Math.min(panelWidth, (parent?.width ?? 0) - 48) : parent?.width ?? 0
    height: Math.min(implicitHeight, (parent?.height ?? 0) - 32)
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    x: Math.round(((parent?.width ?? 0) - width) / 2)
    y: Theme.wide ? Math.round(((parent?.height ?? 0) - height) / 2) : (parent?.height ?? 0) - height
    onAboutToShow: opener = Walk.at
    onOpened: coming = Walk.byKeys
    onClosed: if (Walk.byKeys) opener?.forceActiveFocus(Walk.reason)
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    T.Overlay.modal: Rectangle { color: Theme.scrim }

    background: Rectangle {
        radius: Theme.radiusCard
        color: Theme.surface
        border.width: 1
        border.color: Theme.line
    }
    contentItem: ColumnLayout {
        spacing: Theme.space4

        RowLayout {
            Heading {
                Layout.fillWidth: true
                level: 3
                text: root.title
            }
            IconButton {
                Layout.rightMargin: -12 // its sign, not its room, stands at the edge
                icon: "x"
                label: qsTr("Close")
                onClicked: root.close()
            }
        }
        Flickable {
            id: view

            Layout.fillWidth: true
            Layout.fillHeight: true
            implicitHeight: body.implicitHeight
            contentHeight: body.implicitHeight
            clip: contentHeight > height
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: ScrollMark {}

            InSight { view: view }

            ColumnLayout {
                id: body

                width: parent.width
                spacing: Theme.space3
            }
        }
        RowLayout {
            id: foot

            visible: children.length > 0
            spacing: Theme.space3
        }
    }
    Connections {
        target: Sheets

        function onAllClosed() {
            root.close();
        }
    }
    // lists inside take up what changed meanwhile with the first frame; the keyboard comes after that, if it is not in yet
    Connections {
        target: root.coming ? root.contentItem.Window.window : null

        function onAfterAnimating() {
            root.coming = false;
            if (Walk.at?.parent === root.parent)
                body.nextItemInFocusChain(true).forceActiveFocus(Walk.reason);
        }
    }
    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.quick }
    }
    exit: Transition {
        NumberAnimation { property: "opacity"; from: 1; to: 0; duration: Theme.quick }
    }
}
