pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

Item {
    id: page

    required property NotesViewModel model
    property bool looking: false

    signal customerOpened(string customer)

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.wide ? Theme.space5 : Theme.space4
        anchors.rightMargin: anchors.leftMargin
        anchors.bottomMargin: anchors.leftMargin
        spacing: Theme.space4

        NoteList {
            Layout.fillHeight: true
            Layout.fillWidth: !Theme.wide
            Layout.preferredWidth: Theme.wide ? 420 : -1
            visible: Theme.wide || !page.looking
            model: page.model
            onChosen: id => {
                page.model.choose(id);
                page.looking = true;
            }
        }
        NoteDesk {
            Layout.fillHeight: true
            Layout.fillWidth: true
            visible: Theme.wide || page.looking
            model: page.model
            onBack: page.looking = false
            onCustomerOpened: customer => page.customerOpened(customer)
        }
    }
}
