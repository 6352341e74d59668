pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// Two entries that may be one person: which stays, and which words stand where they differ.
Sheet {
    id: sheet

    required property TwinViewModel model
    property var gone: ({})

    title: qsTr("One person or two?")
    onAboutToShow: gone = {}
    footer: [
        AppButton {
            objectName: "twin-apart"
            Layout.fillWidth: true
            big: true
            text: qsTr("Two people")
            onClicked: sheet.model.apart()
        },
        AppButton {
            objectName: "twin-merge"
            Layout.fillWidth: true
            big: true
            kind: "primary"
            icon: "git-merge"
            text: qsTr("Make one of them")
            onClicked: sheet.model.merge(Object.keys(sheet.gone).filter(field => sheet.gone[field]))
        }
    ]

    Either {
        Layout.fillWidth: true
        label: qsTr("Which entry stays")
        current: sheet.model.kept
        model: sheet.model.entries.map((entry, place) => ({ key: "twin-" + place, whose: entry.words, value: entry.name }))
        onChosen: index => {
            sheet.gone = {};
            sheet.model.keep(index);
        }
    }
    Repeater {
        model: sheet.model.sides

        Either {
            id: side

            required property var modelData

            Layout.fillWidth: true
            label: modelData.label
            model: [
                { key: "kept-" + modelData.field, whose: qsTr("Of the entry that stays"), value: modelData.kept },
                { key: "gone-" + modelData.field, whose: qsTr("Of the other"), value: modelData.gone }
            ]
            onChosen: index => {
                side.current = index;
                sheet.gone[side.modelData.field] = index === 1;
            }
        }
    }
    Caption {
        Layout.fillWidth: true
        lines: 0
        text: qsTr("Her cart, orders, notes and history come together. Of what she agreed to, the stricter answer counts.")
    }
    Connections {
        target: sheet.model

        function onReady() {
            sheet.open();
        }
        function onDone() {
            sheet.close();
        }
    }
}
