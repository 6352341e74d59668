import QtQuick

// Words to read: `strong` for the name of a row, `soft` for what steps back.
Words {
    property bool strong: false
    property bool soft: false

    color: soft ? Theme.ink2 : Theme.ink
    font.weight: strong ? Font.DemiBold : Font.Normal
}
