import QtQuick

// A hairline.
Rectangle {
    implicitWidth: 100
    implicitHeight: 1
    color: Theme.line
    Accessible.ignored: true
}
