import QtQuick

// Money, time and counts: digits of one width, so that columns line up.
Words {
    property int size: Theme.body
    property bool strong: true

    font.pixelSize: size
    font.weight: strong ? (size > 20 ? Font.Bold : Font.DemiBold) : Font.Normal
    font.features: ({ "tnum": 1 })
}
