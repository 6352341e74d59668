pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// At most five things for one client now, each with its reason; "not for her" can be taken back for some seconds.
ColumnLayout {
    id: root

    required property SuggestionsViewModel model
    property string title
    property int awhile: 1500

    spacing: Theme.space2

    // what flits by was shown to nobody
    Timer {
        id: sight

        interval: root.awhile
        running: root.visible && root.model.state === "rows"
        onTriggered: root.model.see()
    }
    Connections {
        target: root.model

        function onChanged() {
            if (root.visible)
                sight.restart();
        }
    }
    RowLayout {
        spacing: Theme.space2

        SectionTitle {
            Layout.fillWidth: true
            text: root.title
        }
        Caption {
            visible: root.model.state === "rows"
            text: root.model.asOf
        }
    }
    Notice {
        objectName: "undo-refusal"
        Layout.fillWidth: true
        visible: root.model.undoWords !== ""
        tone: "neutral"
        icon: "heart-off"
        text: root.model.undoWords
        action: qsTr("Undo")
        onActed: root.model.undo()
    }
    ListView {
        id: list

        objectName: "suggestions"
        Layout.fillWidth: true
        Layout.preferredHeight: Math.round((width > 1000 ? 312 : 276) * (0.35 + 0.65 * Theme.textScale))
        visible: root.model.state === "rows" || root.model.state === "loading"
        orientation: ListView.Horizontal
        cacheBuffer: 0 // as in RowList
        spacing: Theme.space3
        clip: true
        boundsBehavior: Flickable.DragOverBounds
        highlightFollowsCurrentItem: false
        model: root.model.cards
        currentIndex: -1
        onModelChanged: currentIndex = -1
        Accessible.role: Accessible.List
        Accessible.name: root.title
        delegate: SuggestionCard {
            // five in sight where there is room, never too narrow to read
            width: Math.max(Math.round(176 * (0.5 + 0.5 * Theme.textScale)), Math.min(232, (list.width - 4 * list.spacing) / 5))
            height: ListView.view.height
            onAdded: root.model.add(variant)
            onRefused: root.model.refuse(product)
            onAsked: root.model.explain(product)
        }

        InSight {
            view: list
            roves: false
        }

        Row {
            anchors.fill: parent
            spacing: Theme.space3
            visible: root.model.state === "loading"

            Repeater {
                model: 3

                Skeleton {
                    width: 172
                    height: parent.height
                    radius: Theme.radiusCard
                }
            }
        }
    }
    Card {
        Layout.fillWidth: true
        visible: root.model.state === "error"

        ListState {
            state: root.model.state === "error" ? "error" : "rows"
            onRetry: root.model.retry()
        }
    }
    Card {
        Layout.fillWidth: true
        visible: root.model.state === "empty"

        Caption {
            lines: 0
            text: qsTr("Nothing sure enough to suggest yet. What is scanned, saved and bought will bring ideas here.")
        }
    }
}
