pragma Singleton
import QtQuick

// The tokens of the design. Main sets dark, width, textScale and reducedMotion; everything else follows.
QtObject {
    property bool dark: false
    property real width: 1280
    property real textScale: 1
    property bool reducedMotion: false
    readonly property bool wide: width >= 900

    readonly property color canvas: dark ? "#141312" : "#F4F2EE"
    readonly property color surface: dark ? "#1E1C1A" : "#FFFFFF"
    readonly property color raised: dark ? "#252320" : "#FBFAF7"
    readonly property color line: dark ? "#36322D" : "#E4DFD6"
    readonly property color ink: dark ? "#F2EEE8" : "#1E1B18"
    readonly property color ink2: dark ? "#B3ABA0" : "#6A635A"
    readonly property color ink3: dark ? "#857D72" : "#9A9287"
    readonly property color accent: dark ? "#6CC0B2" : "#1F5C54"
    readonly property color accentSoft: dark ? "#1F3A36" : "#E0EDE9"
    readonly property color accentInk: dark ? "#141312" : "#FFFFFF"
    readonly property color online: dark ? "#9DB4F0" : "#3D5AA8"
    readonly property color onlineSoft: dark ? "#232C44" : "#E6EBF7"
    readonly property color store: dark ? "#E2A57E" : "#A3562B"
    readonly property color storeSoft: dark ? "#3C2A1F" : "#F7E9DF"
    readonly property color ok: dark ? "#8CCB97" : "#2F7A3F"
    readonly property color okSoft: dark ? "#1F3523" : "#E6F3E6"
    // a shade darker than the sketch, so that amber words on soft amber keep 4.5:1
    readonly property color warn: dark ? "#E5BE5B" : "#8F6200"
    readonly property color warnSoft: dark ? "#3A3015" : "#FBF0D2"
    readonly property color bad: dark ? "#EE9A93" : "#A32D2D"
    readonly property color badSoft: dark ? "#43221F" : "#F9E2E0"
    readonly property color badInk: dark ? "#2A0F0D" : "#FFFFFF"
    readonly property color scrim: dark ? "#B3000000" : "#661E1B18"
    readonly property color pressed: dark ? "#1FFFFFFF" : "#141E1B18"
    readonly property color hovered: dark ? "#0FFFFFFF" : "#0A1E1B18"

    readonly property string family: "Pretendard"
    readonly property int display: Math.round(30 * textScale)
    readonly property int title: Math.round(26 * textScale)
    readonly property int heading: Math.round(24 * textScale)
    readonly property int subtitle: Math.round(18 * textScale)
    readonly property int body: Math.round(15 * textScale)
    readonly property int small: Math.round(13 * textScale)
    readonly property int tiny: Math.round(12 * textScale)

    readonly property int space1: 4
    readonly property int space2: 8
    readonly property int space3: 12
    readonly property int space4: 16
    readonly property int space5: 24
    readonly property int margin: wide ? space5 : 20
    readonly property int radiusCard: 14
    readonly property int radiusButton: 12
    readonly property int radiusPicture: 10
    readonly property int touch: Math.round(48 * Math.max(1, textScale * 0.9))
    readonly property int primary: Math.round(56 * Math.max(1, textScale * 0.9))
    readonly property int iconSize: 24
    readonly property int rail: 88
    readonly property int cartColumn: 332

    readonly property int quick: reducedMotion ? 0 : 120
    readonly property int calm: reducedMotion ? 0 : 200

    readonly property var tones: ({
        "neutral": [ink2, raised], "accent": [accent, accentSoft], "online": [online, onlineSoft],
        "store": [store, storeSoft], "ok": [ok, okSoft], "warn": [warn, warnSoft], "bad": [bad, badSoft]
    })

    function toneInk(tone: string): color {
        return (tones[tone] ?? tones["neutral"])[0];
    }

    function toneSoft(tone: string): color {
        return (tones[tone] ?? tones["neutral"])[1];
    }
}
