import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// How a group of lines reaches her, and about when.
Item {
    id: root

    required property string section
    readonly property list<string> words: section.split("\t")

    implicitHeight: Math.round(38 * Theme.textScale)

    RowLayout {
        anchors.fill: parent
        spacing: Theme.space2

        SectionTitle {
            Layout.fillWidth: true
            text: root.words[0]
        }
        Chip {
            tone: "accent"
            text: root.words[1]
        }
    }
}
