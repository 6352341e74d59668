import QtQuick

// The second line: smaller and quieter.
Words {
    property bool small: false
    property bool strong: false

    color: Theme.ink2
    font.pixelSize: small ? Theme.tiny : Theme.small
    font.weight: strong ? Font.DemiBold : Font.Normal
}
