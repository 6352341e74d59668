import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// The words of a line at the checkout: name, variant and stock, when she has it, a price that changed.
ColumnLayout {
    id: words

    required property var line

    signal pickupWanted
    signal quoted

    spacing: 2

    Body {
        Layout.fillWidth: true
        strong: true
        text: words.line.title
    }
    Caption {
        Layout.fillWidth: true
        lines: 2
        color: words.line.lacking ? Theme.warn : Theme.ink2
        text: [words.line.detail, words.line.stock].filter(Boolean).join(" · ")
    }
    FilterChip {
        objectName: "pickup-" + words.line.line
        Layout.maximumWidth: words.width
        Layout.topMargin: -6
        Layout.bottomMargin: -6
        tone: "store"
        checked: true
        visible: words.line.place !== ""
        text: words.line.place + ", " + words.line.promise
        Accessible.description: qsTr("Choose another store")
        onClicked: words.pickupWanted()
    }
    Chip {
        Layout.maximumWidth: words.width
        tone: "accent"
        text: words.line.place === "" ? words.line.promise : ""
    }
    AppButton {
        objectName: "quote-" + words.line.line
        Layout.maximumWidth: words.width
        kind: "quiet"
        icon: "tag"
        text: words.line.dearer
        visible: text !== ""
        onClicked: words.quoted()
    }
}
