pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// The row of arches at the foot of the zone: ornament, and the dot before one door.
Item {
    id: root

    required property int count
    // The arch with the dot; none when negative.
    property int door: -1

    readonly property real step: root.width / root.count
    readonly property real arch: Math.round(root.step * 0.885)

    Accessible.ignored: true

    Repeater {
        model: root.count

        Arch {
            required property int index

            border.color: Theme.colors.onZone
            border.width: Theme.colors.outlined ? Theme.line : 0
            color: Theme.colors.zoneArch
            height: root.height
            width: root.arch
            x: Math.round((index + 0.5) * root.step - root.arch / 2)
        }
    }

    Dot {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Math.round(root.height * 0.13)
        ringed: false
        visible: root.door >= 0
        width: Math.round(root.arch * 0.36)
        x: {
            const door = root.LayoutMirroring.enabled ? root.count - 1 - root.door : root.door
            return Math.round((door + 0.5) * root.step - width / 2)
        }
    }
}
