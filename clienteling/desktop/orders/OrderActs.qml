import QtQuick
import QtQuick.Layouts
import clienteling.desktop.kit

// What can be done with the order in front; cancelling asks once more in place.
ColumnLayout {
    id: acts

    required property OrdersViewModel model
    readonly property OrderViewModel order: model.detail
    readonly property string asked: order.orderId
    property bool sure: false

    spacing: Theme.space2
    onAskedChanged: sure = false
    onSureChanged: if (sure && Walk.byKeys) keep.forceActiveFocus(Walk.reason)

    AppButton {
        objectName: "hand-over"
        Layout.fillWidth: true
        kind: "primary"
        big: true
        icon: "hand-helping"
        text: qsTr("Hand over")
        visible: acts.order.mayHandOver
        onClicked: acts.model.handOver()
    }
    AppButton {
        objectName: "look-again"
        Layout.fillWidth: true
        kind: "primary"
        big: true
        icon: acts.order.twice ? "check" : "refresh-cw"
        text: acts.order.twice ? qsTr("She wants both") : qsTr("Look for stock again")
        visible: acts.order.mayLookAgain && !acts.sure
        onClicked: acts.model.lookAgain()
    }
    AppButton {
        objectName: "send-again"
        Layout.fillWidth: true
        kind: "primary"
        big: true
        icon: "send"
        text: qsTr("Send again")
        visible: acts.order.maySendAgain && !acts.sure
        onClicked: acts.model.sendAgain()
    }
    AppButton {
        objectName: "cancel"
        Layout.fillWidth: true
        icon: "ban"
        text: qsTr("Cancel this order")
        visible: acts.order.mayCancel && !acts.sure
        onClicked: acts.sure = true
    }
    Caption {
        Layout.fillWidth: true
        lines: 0
        text: qsTr("Cancel it? The lines can go back into the cart.")
        visible: acts.sure
    }
    RowLayout {
        spacing: Theme.space2
        visible: acts.sure

        AppButton {
            id: keep

            objectName: "keep"
            Layout.fillWidth: true
            text: qsTr("Keep it")
            onClicked: acts.sure = false
        }
        AppButton {
            objectName: "cancel-only"
            Layout.fillWidth: true
            kind: "danger"
            text: qsTr("Cancel")
            onClicked: {
                acts.sure = false;
                acts.model.cancel("", false);
            }
        }
    }
    AppButton {
        objectName: "put-back"
        Layout.fillWidth: true
        kind: "danger"
        icon: "undo-2"
        text: qsTr("Cancel and put the lines back")
        visible: acts.sure
        onClicked: {
            acts.sure = false;
            acts.model.cancel("", true);
        }
    }
}
