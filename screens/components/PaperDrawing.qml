pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// A sheet with lines of writing. Drawn 432 wide.
Rectangle {
    id: root

    property color line: Theme.colors.artLine

    readonly property real u: root.width / 432

    Accessible.ignored: true
    border.color: Theme.colors.outlined ? Theme.colors.artInk : root.line
    border.width: Math.max(2, Math.round(3 * root.u))
    color: Theme.colors.artPaper

    Repeater {
        model: [[46, 53, 340], [46, 80, 304], [46, 107, 326], [46, 152, 129], [198, 152, 188], [46, 182, 106], [198, 182, 152], [46, 212, 144], [198, 212, 175], [119, 253, 167], [119, 280, 114]]

        Stroke {
            required property var modelData

            height: 12 * root.u
            visible: y + height < root.height - 6 * root.u
            width: modelData[2] * root.u
            x: modelData[0] * root.u
            y: modelData[1] * root.u
        }
    }

    Rectangle {
        color: Theme.colors.artBlue
        height: width
        radius: 6 * root.u
        visible: y + height < root.height - 6 * root.u
        width: 54 * root.u
        x: 46 * root.u
        y: 245 * root.u
    }
}
