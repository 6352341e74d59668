import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// Four facts at a glance: what to do, what she spent and in which rhythm, what she says and does, how far she has come.
GridLayout {
    id: facts

    required property ClientbookViewModel model

    columns: Theme.wide ? 4 : 2
    columnSpacing: Theme.space3
    rowSpacing: Theme.space3
    uniformCellWidths: !Theme.wide

    FactCard {
        Layout.preferredWidth: 5
        label: qsTr("Next best step")
        value: facts.model.step
    }
    FactCard {
        Layout.preferredWidth: 4
        label: qsTr("Spend 12 months")
        value: facts.model.spend
        large: true
        detail: facts.model.stands
    }
    FactTile {
        objectName: "said"
        Layout.preferredWidth: 4
        label: qsTr("Says / does")
        value: facts.model.says !== "" ? facts.model.says : qsTr("Nothing said yet")
        detail: [facts.model.does !== "" ? qsTr("Buys %1").arg(facts.model.does) : "", facts.model.odds].filter(words => words !== "").join(" · ")
        onClicked: facts.model.said.begin(facts.model.customer)
    }
    FactCard {
        Layout.preferredWidth: 4
        label: qsTr("Path")
        detail: [facts.model.stageName, facts.model.stageFacts].filter(words => words !== "").join(" · ")

        Progress {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space1
            steps: 5
            value: facts.model.stage / 5
            label: facts.model.stageName
        }
    }
}
