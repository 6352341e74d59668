import QtQuick

// The one idea of a screen (level 1), of a column (2), of a card (3).
Words {
    property int level: 2

    font.pixelSize: level === 1 ? Theme.display : level === 2 ? Theme.heading : Theme.subtitle
    font.weight: Font.Bold
    Accessible.role: Accessible.Heading
}
