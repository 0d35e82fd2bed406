pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// Around the item that has the focus, once a key was used: a band of "here" and an outermost line.
Item {
    id: root

    required property real radius

    // In the dark and outlined themes a gap keeps the band from the item's own outline.
    readonly property real gap: Theme.name === "light" ? 0 : Theme.mm(1.1)
    readonly property real band: Theme.mm(2.8)
    readonly property real line: Theme.mm(1.7)

    Rectangle {
        anchors.fill: parent
        anchors.margins: -(root.gap + root.band + root.line)
        border.color: Theme.colors.focusEdge
        border.width: root.line
        color: "transparent"
        radius: root.radius - anchors.margins
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: -(root.gap + root.band)
        border.color: Theme.colors.here
        border.width: root.band
        color: "transparent"
        radius: root.radius - anchors.margins
    }
}
