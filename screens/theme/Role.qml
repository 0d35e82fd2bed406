pragma ComponentBehavior: Bound

import QtQuick

// What a text is for: its family, weight and size, the size by the height of its capitals.
QtObject {
    id: root

    // Pixels, from Theme.cap().
    required property real capHeight
    required property int weight
    required property real line
    property bool display: true

    readonly property string family: display ? "Bricolage Grotesque" : "Atkinson Hyperlegible Next"
    readonly property int px: Math.round(capHeight / (display ? 0.66 : 0.668))
    // Of the line of a font's own (1.2 and 1.3 em).
    readonly property real proportion: line / (display ? 1.2 : 1.3)
    readonly property real spacing: display ? -0.004 * px : 0
}
