pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

Item {
    id: page

    required property NotesViewModel model
    property bool looking: false
    readonly property Item results: list.results

    signal customerOpened(string customer)

    RowLayout {
        anchors { fill: parent; leftMargin: Theme.margin; rightMargin: Theme.margin; bottomMargin: Theme.margin }
        spacing: Theme.space4

        NoteList {
            id: list

            Layout.fillHeight: true
            Layout.fillWidth: !Theme.wide
            Layout.preferredWidth: Theme.wide ? Math.min(560, Math.max(380, page.width * 0.36)) : -1
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
