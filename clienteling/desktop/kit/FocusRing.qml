import QtQuick

// Where the keyboard is.
Rectangle {
    property bool shown: false
    property real around: Theme.radiusButton

    anchors.fill: parent
    anchors.margins: -3
    radius: around + 3
    color: "transparent"
    border.width: 2
    border.color: Theme.accent
    visible: shown
}
