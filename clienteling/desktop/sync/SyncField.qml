import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// One field as it stands at central and as this tablet said it; central's stands unless mine is touched.
Either {
    id: field

    required property var modelData
    property bool mine: false

    signal decided(string field, bool mine)

    Layout.fillWidth: true
    label: modelData.label
    current: mine ? 1 : 0
    model: [
        { key: "theirs-" + modelData.field, whose: qsTr("At central"), value: modelData.theirs },
        { key: "mine-" + modelData.field, whose: qsTr("Yours"), value: modelData.mine }
    ]
    onChosen: index => {
        field.mine = index === 1;
        field.decided(modelData.field, field.mine);
    }
}
