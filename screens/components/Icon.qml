pragma ComponentBehavior: Bound

import QtQuick
import "../theme"
import "../theme/Icons.js" as Icons

// A Phosphor icon, by its name; bold, or filled for the four states.
Text {
    id: root

    required property string name
    required property real size
    property bool filled: false
    // Arrows point the other way from right to left.
    property bool directional: false

    width: root.size
    height: root.size
    Accessible.ignored: true
    color: Theme.colors.ink
    font.family: root.filled ? "Zona Blava Icons Fill" : "Zona Blava Icons"
    font.hintingPreference: Font.PreferNoHinting
    font.pixelSize: Math.max(1, root.size)
    horizontalAlignment: Text.AlignHCenter
    text: root.name === "" ? "" : Icons.glyph(root.name, root.filled)
    textFormat: Text.PlainText
    transform: Scale {
        origin.x: root.size / 2
        xScale: root.directional && root.LayoutMirroring.enabled ? -1 : 1
    }
    verticalAlignment: Text.AlignVCenter
}
