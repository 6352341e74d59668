import QtQuick

// Any words on the screen: plain text, one line that elides; `lines: n` wraps up to n, `lines: 0` without end.
Text {
    property int lines: 1

    textFormat: Text.PlainText
    color: Theme.ink
    font.family: Theme.family
    font.pixelSize: Theme.body
    elide: Text.ElideRight
    wrapMode: lines === 1 ? Text.NoWrap : Text.Wrap
    maximumLineCount: lines > 0 ? lines : 10000
    lineHeight: lines === 1 ? 1 : 1.15
    verticalAlignment: Text.AlignVCenter
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
