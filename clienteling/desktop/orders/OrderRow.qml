import QtQuick
import clienteling.desktop.kit

// One order in the list: whose it is, its number, where it stands.
ListRow {
    id: row

    required property string order
    required property string number
    required property string name
    required property string letters
    required property string words
    required property string total
    required property string time
    required property string word
    required property string tone
    required property string sign

    objectName: "order-" + number
    title: name
    detail: words
    trailing: total
    trailingDetail: time
    tags: [{ text: word, tone: tone, icon: sign }]
    leading: Avatar {
        initials: row.letters
        tone: row.tone === "bad" ? "bad" : "accent"
    }
}
