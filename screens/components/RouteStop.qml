pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// A stop of the route: filled when passed, a ring while it is still to come.
Rectangle {
    id: root

    required property bool passed

    border.color: Theme.colors.onZoneQuiet
    border.width: root.passed ? 0 : Math.max(2, Theme.mm(1.1))
    color: root.passed ? Theme.colors.onZone : Theme.colors.zone
    height: root.width
    radius: root.width / 2
}
