pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// A telephone with a message that holds a code; its lower end is behind the sheet.
Item {
    id: root

    readonly property real u: root.width / 218

    Accessible.ignored: true
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true
    clip: true

    Rectangle {
        border.color: Theme.colors.artOutline
        border.width: Theme.colors.outlined ? Theme.line : 0
        color: Theme.colors.outlined ? Theme.colors.zone : Theme.colors.artInk
        height: parent.height + radius
        radius: 34 * root.u
        width: parent.width
    }

    Rectangle {
        border.color: Theme.colors.artOutline
        border.width: Theme.colors.outlined ? Theme.line : 0
        color: Theme.colors.artScreen
        height: parent.height
        topLeftRadius: 16 * root.u
        topRightRadius: 16 * root.u
        width: 186 * root.u
        x: 16 * root.u
        y: 28 * root.u
    }

    Rectangle {
        border.color: Theme.colors.artLine
        border.width: Math.max(2, Math.round(3 * root.u))
        color: Theme.colors.artPaper
        height: 120 * root.u
        radius: 18 * root.u
        width: 164 * root.u
        x: 27 * root.u
        y: 63 * root.u
    }

    Stroke {
        height: 14 * root.u
        width: 96 * root.u
        x: 44 * root.u
        y: 84 * root.u
    }

    Rectangle {
        color: Theme.colors.here
        height: 44 * root.u
        radius: 10 * root.u
        width: 130 * root.u
        x: 44 * root.u
        y: 116 * root.u

        Repeater {
            model: 6

            Rectangle {
                required property int index

                color: Theme.colors.onHere
                height: width
                radius: width / 2
                width: 12 * root.u
                x: (10 + index * 20) * root.u
                y: 16 * root.u
            }
        }
    }

    Stroke {
        height: 14 * root.u
        width: 120 * root.u
        x: 28 * root.u
        y: 198 * root.u
    }
}
