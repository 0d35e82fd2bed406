pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// Yellow and black, as where one takes care.
Item {
    id: root

    readonly property real pitch: 45

    Accessible.ignored: true
    clip: true

    Repeater {
        model: Math.ceil(root.height / root.pitch) + 1

        Rectangle {
            required property int index

            x: (root.width - width) / 2
            y: index * root.pitch - height / 2
            width: root.width * 4
            height: root.pitch / 2 / Math.SQRT2 * 1.15
            antialiasing: true
            color: Colors.chosen
            rotation: -45
        }
    }
}
