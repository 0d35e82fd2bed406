pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// You are here.
Rectangle {
    id: root

    // Off the zone, yellow has an outline.
    property bool ringed: true

    Accessible.ignored: true
    border.color: Theme.colors.hereRing
    border.width: root.ringed ? Math.round(root.width * 0.14) : 0
    color: Theme.colors.here
    height: root.width
    radius: root.width / 2
}
