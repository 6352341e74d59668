import QtQuick

// The quiet name of a part of the page.
Words {
    color: Theme.ink2
    font.pixelSize: Theme.small
    font.weight: Font.DemiBold
    Accessible.role: Accessible.Heading
}
