pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import clienteling.desktop.kit
import clienteling.desktop.preferences
import clienteling.desktop.runtime
import clienteling.desktop.scanning
import clienteling.desktop.signin
import clienteling.desktop.sync

// The window. Everything it shows is given to it; `models` holds each page's view model by the page's name.
ApplicationWindow {
    id: root

    required property Navigator navigator
    required property Toasts toasts
    required property Standing standing
    required property Session session
    required property Presence presence
    required property SigninViewModel signin
    required property SyncViewModel sync
    required property ScanningViewModel scanning
    required property AskingViewModel asking
    required property PreferencesViewModel preferences
    required property PictureCache pictures
    required property var models
    property bool reducedMotion: false

    width: 1280
    height: 800
    minimumWidth: 640
    minimumHeight: 600
    visible: true
    color: Theme.canvas
    title: session.signedIn ? navigator.title : "Clienteling"
    onActiveFocusItemChanged: Walk.at = activeFocusItem

    Binding { target: Theme; property: "dark"; value: root.preferences.dark }
    Binding { target: Theme; property: "textScale"; value: root.preferences.textScale }
    Binding { target: Theme; property: "width"; value: root.width }
    Binding { target: Theme; property: "reducedMotion"; value: root.reducedMotion }
    Connections {
        target: root.pictures

        function onArrived(product: string) {
            Pictures.arrive(product);
        }
    }
    Connections {
        target: root.navigator

        function onScanWanted() {
            scanner.open();
        }
    }
    GridLayout {
        anchors.fill: parent
        columns: Theme.wide ? 2 : 1
        rowSpacing: 0
        columnSpacing: 0
        visible: root.session.signedIn
        enabled: visible

        Rail {
            Layout.row: Theme.wide ? 0 : 1
            Layout.fillHeight: Theme.wide
            Layout.fillWidth: !Theme.wide
            navigator: root.navigator
            session: root.session
            onLocked: root.signin.lock()
        }
        ColumnLayout {
            Layout.row: 0
            Layout.column: Theme.wide ? 1 : 0
            spacing: Theme.space3

            TopBar {
                id: bar

                Layout.fillWidth: true
                Layout.topMargin: Theme.space3
                Layout.leftMargin: Theme.margin
                Layout.rightMargin: Theme.margin
                navigator: root.navigator
                sync: root.sync
                onEntered: pages.enter()
                onAbandoned: pages.forceActiveFocus(Qt.TabFocusReason)
            }
            StandingNotice {
                Layout.fillWidth: true
                Layout.leftMargin: Theme.margin
                Layout.rightMargin: Theme.margin
                standing: root.standing
            }
            Pages {
                id: pages

                Layout.fillWidth: true
                Layout.fillHeight: true
                navigator: root.navigator
                models: root.models
                seeking: bar.writing
            }
        }
        Shortcuts { navigator: root.navigator }
    }
    Loader {
        anchors.fill: parent
        active: !root.session.signedIn
        focus: active
        sourceComponent: Gate {
            model: root.signin
            standing: root.standing
            onScanWanted: root.navigator.scan()
        }
    }
    Away {
        presence: root.presence
        signin: root.signin
        standing: root.standing
        onScanWanted: root.navigator.scan()
    }
    ToastColumn {
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: Theme.wide ? 24 : 88 }
        width: Math.min(560, parent.width - 32)
        z: 1
        toasts: root.toasts
    }
    Scanner {
        id: scanner

        anchors.fill: parent
        model: root.scanning
        mayGoOn: root.session.signedIn && !root.presence.locked
        onSearched: text => root.navigator.look_up(text)
        onModeWanted: root.navigator.open("floor")
    }
    AskSheet { model: root.asking }
    CrashSheet { toasts: root.toasts }
}
