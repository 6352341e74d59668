import clienteling.desktop.kit

// What is so and stays said until it is not, or until it was read.
Notice {
    id: root

    required property Standing standing

    objectName: "standing"
    icon: "triangle-alert"
    text: standing.sentence
    action: standing.readable ? qsTr("Understood") : ""
    onActed: root.standing.read()
}
