import QtQuick.Layouts

// A chip out of a list of tags; a long one is cut before it pushes its neighbours away.
Chip {
    required property var modelData

    Layout.fillWidth: true
    Layout.minimumWidth: Math.min(implicitWidth, 160)
    Layout.maximumWidth: implicitWidth
    text: modelData.text
    tone: modelData.tone ?? "neutral"
    icon: modelData.icon ?? ""
}
