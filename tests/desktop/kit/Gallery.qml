import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import clienteling.desktop.kit

// Every component once, for tests and for looking at.
Window {
    id: window

    property int seenChoice: -1
    property int steps: 0
    property int pressed: 0
    property string typed

    width: 1280
    height: 800
    visible: true
    color: Theme.canvas
    Component.onCompleted: Theme.reducedMotion = true
    onWidthChanged: Theme.width = width

    Scroll {
        anchors.fill: parent
        padding: Theme.margin

        Heading {
            objectName: "heading"
            Layout.fillWidth: true
            level: 1
            text: "김민서 · Kim Minseo"
        }
        Flow {
            Layout.fillWidth: true
            spacing: 8

            Chip { text: "Gold"; tone: "accent" }
            Chip { text: "2 online"; tone: "online"; icon: "globe" }
            Chip { text: "강남점"; tone: "store"; icon: "store" }
            Chip { text: "In store"; tone: "ok" }
            Chip { text: "Offline · 3 waiting"; tone: "warn"; icon: "cloud-off" }
            Chip { text: "1 needs you"; tone: "bad" }
            Chip { text: "Plain" }
            Badge { count: 4 }
            Badge { count: 120; tone: "accent" }
            FilterChip { text: "All"; checked: true }
            FilterChip { text: "Choose" }
            FilterChip { text: "Online"; tone: "online"; checked: true }
            FilterChip { text: "Store"; tone: "store"; checked: true }
        }
        Flow {
            Layout.fillWidth: true
            spacing: 12

            AppButton { objectName: "send"; text: "Send order"; kind: "primary"; big: true; onClicked: window.pressed += 1 }
            AppButton { text: "Note"; icon: "notebook-pen" }
            AppButton { text: "Message"; icon: "message-circle"; enabled: false }
            AppButton { text: "Redact"; kind: "danger" }
            AppButton { text: "See all"; kind: "quiet" }
            AppButton { text: "Sending"; kind: "primary"; busy: true }
            IconButton { icon: "pencil"; label: "Edit" }
            IconButton { icon: "star"; label: "Star"; filled: true }
            IconButton { icon: "heart"; label: "Wish"; checked: true }
            Stepper { objectName: "stepper"; value: 1; label: "Wool coat"; onStepped: delta => window.steps += delta }
            Stepper { value: 2; label: "Scarf" }
            Either {
            objectName: "either"
            Layout.fillWidth: true
            label: "Phone"
            model: [
                { key: "one-of-two", whose: "At central", value: "010-1234-5678" },
                { key: "other-of-two", whose: "Yours", value: "010-9999-0000" }
            ]
        }
        Segment { objectName: "segment"; model: ["Now", "Ship", "Pick up"]; current: 1; label: "How"; onChosen: index => window.seenChoice = index }
            Switch { text: "Dark"; checked: true }
            Check { text: "She agreed to SMS"; checked: true }
            Check { text: "Kakao" }
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: 16

            SearchField { objectName: "search"; Layout.fillWidth: true; placeholder: "Find a client: name, 010…, e-mail, ㄱㅁㅅ"; onEdited: text => window.typed = text }
            AppButton { text: "Scan"; icon: "scan-line"; kind: "primary" }
        }
        GridLayout {
            Layout.fillWidth: true
            columns: Theme.wide ? 3 : 1
            columnSpacing: 16
            rowSpacing: 16

            Field { Layout.fillWidth: true; label: "Phone"; text: "010-1234-2841"; icon: "phone"; hint: "Any digits will do." }
            Field { Layout.fillWidth: true; label: "E-mail"; placeholder: "name@example.com"; problem: "This is not an e-mail address." }
            Choice { objectName: "choice"; Layout.fillWidth: true; label: "Store"; model: ["Gangnam", "Hongdae"]; current: 1 }
            TextBox { Layout.fillWidth: true; Layout.columnSpan: Theme.wide ? 2 : 1; label: "Note"; text: "Prefers calls after 19:00."; limit: 500 }
            Notice { Layout.fillWidth: true; text: "Offline since 14:05. You can send this order now: shipping is provisional."; icon: "cloud-off"; action: "Try now" }
        }
        GridLayout {
            Layout.fillWidth: true
            columns: Theme.wide ? 2 : 1
            columnSpacing: 16
            rowSpacing: 16

            Card {
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop

                ColumnLayout {
                    spacing: 0

                    SectionTitle { text: "In the store now" }
                    ListRow {
                        objectName: "row"
                        Layout.fillWidth: true
                        title: "김민서"
                        detail: "Chelsea boots in her online cart · your client"
                        trailing: "4 min"
                        tags: [{ text: "Gold", tone: "accent" }, { text: "Shoes", tone: "ok" }]
                        leading: Avatar { initials: "김민" }
                    }
                    ListRow {
                        Layout.fillWidth: true
                        title: "A very long name of a person who has many names indeed"
                        detail: "And a longer sentence about her that has to be cut somewhere before the right edge"
                        trailing: "₩219,000"
                        trailingDetail: "Tue 21:14"
                        selected: true
                        leading: Avatar { initials: "JL" }
                    }
                    ListRow {
                        Layout.fillWidth: true
                        title: "Order G3-004179"
                        detail: "Hongdae sold the last one."
                        divided: false
                        leading: Picture { product: "none"; icon: "shirt" }

                        AppButton { text: "Decide"; kind: "primary" }
                    }
                }
            }
            Card {
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop

                ColumnLayout {
                    spacing: 12

                    Heading { level: 3; text: "Cart" }
                    Pair { Layout.fillWidth: true; label: "Items"; value: "₩706,000" }
                    Pair { Layout.fillWidth: true; label: "Total"; value: "₩667,100"; strong: true; size: Theme.title }
                    Divider { Layout.fillWidth: true }
                    Progress { Layout.fillWidth: true; value: 0.8; steps: 5; label: "Path" }
                    Progress { Layout.fillWidth: true; value: 0.4; label: "Loading" }
                    Picture { objectName: "picture"; Layout.preferredWidth: 150; Layout.preferredHeight: 112; product: "coat"; icon: "shirt"; label: "Wool coat" }
                    Caption { text: "Camel · 55 · scanned just now" }
                    Body { Layout.fillWidth: true; text: "<b>Words</b> are never markup, and long ones go on to the next line instead of being cut."; lines: 0 }
                }
            }
        }
        Item {
            Layout.fillWidth: true
            Layout.preferredHeight: 200

            ListState { objectName: "state"; anchors.fill: parent; state: "loading"; rows: 3 }
        }
        Tile {
            Layout.preferredWidth: 180
            text: "Seo-jun"
            selected: true

            ColumnLayout {
                Avatar { Layout.alignment: Qt.AlignHCenter; initials: "SJ"; size: 56 }
                Body { Layout.alignment: Qt.AlignHCenter; text: "서준"; strong: true }
            }
        }
        Toast { text: "Wool coat added"; tone: "ok"; action: "Undo" }
        AppButton { objectName: "openSheet"; text: "Open the sheet"; onClicked: sheet.open() }
    }
    Sheet {
        id: sheet

        objectName: "sheet"
        title: "Where should it go?"

        Body { Layout.fillWidth: true; text: "Seocho-gu, Seoul"; lines: 0 }
        footer: AppButton { Layout.fillWidth: true; text: "Send here"; kind: "primary"; big: true; onClicked: sheet.close() }
    }
}
