pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// One part of a refused fact to write anew: a line, a text or a count.
Loader {
    id: entry

    required property var modelData
    required property string value
    readonly property var kinds: ({ line: line, text: text, number: number })

    signal written(string field, string text)

    Layout.fillWidth: true
    objectName: "entry-" + modelData.field
    sourceComponent: kinds[modelData.kind]

    Component {
        id: line

        Field {
            label: entry.modelData.label
            maximumLength: entry.modelData.limit || 32767
            text: entry.value
            onEdited: words => entry.written(entry.modelData.field, words)
        }
    }
    Component {
        id: text

        TextBox {
            label: entry.modelData.label
            limit: entry.modelData.limit
            text: entry.value
            onEdited: words => entry.written(entry.modelData.field, words)
        }
    }
    Component {
        id: number

        RowLayout {
            spacing: Theme.space3

            Body {
                Layout.fillWidth: true
                lines: 2
                text: entry.modelData.label
            }
            Stepper {
                label: entry.modelData.label
                value: Number(entry.value)
                maximum: entry.modelData.limit
                onStepped: delta => {
                    value += delta;
                    entry.written(entry.modelData.field, String(value));
                }
            }
        }
    }
}
