import QtQuick
import clienteling.desktop.kit

// A strip of one long card: its top has round corners above, its bottom below.
FocusScope {
    id: strip

    property bool opening: false
    property bool closing: false

    clip: true

    Rectangle {
        width: parent.width
        y: strip.opening ? 0 : -Theme.radiusCard * 2
        height: parent.height + (strip.opening ? 0 : Theme.radiusCard * 2) + (strip.closing ? 0 : Theme.radiusCard * 2)
        radius: Theme.radiusCard
        color: Theme.surface
        border.width: 1
        border.color: Theme.line
    }
}
