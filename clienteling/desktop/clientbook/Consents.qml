pragma ComponentBehavior: Bound
import QtQuick
import clienteling.desktop.kit

// The ways she agreed to be written to, as icons; if there is none, in words.
Row {
    id: root

    required property list<var> model
    readonly property list<var> given: model.filter(one => one.agreed)

    spacing: 6

    Repeater {
        model: root.given

        Icon {
            required property var modelData

            name: modelData.sign
            size: 18
            color: Theme.ok
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("Agreed: %1").arg(modelData.name)
        }
    }
    Chip {
        visible: root.given.length === 0
        tone: "warn"
        text: qsTr("May not be written to")
    }
}
