import QtQuick

// The shape of what is coming.
Rectangle {
    implicitWidth: 120
    implicitHeight: 14
    radius: 7
    color: Theme.line
    Accessible.ignored: true

    SequentialAnimation on opacity {
        running: !Theme.reducedMotion
        loops: Animation.Infinite

        NumberAnimation { from: 0.9; to: 0.45; duration: 900; easing.type: Easing.InOutSine }
        NumberAnimation { from: 0.45; to: 0.9; duration: 900; easing.type: Easing.InOutSine }
    }
}
