pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// The route down the margin of a landscape zone, and the words of the present stop beside its beginning.
RouteBase {
    id: root

    readonly property real fall: Theme.mm(26)
    readonly property real middle: -Math.round(Theme.margin / 2)

    implicitHeight: Math.max(Theme.mm(14.4), words.implicitHeight + Theme.mm(2.8))

    Rectangle {
        color: Theme.colors.onZoneQuiet
        height: root.fall * (root.steps - 1)
        opacity: Theme.colors.outlined ? 1 : 0.6
        width: root.line
        x: root.middle - width / 2
        y: root.height / 2
    }

    Rectangle {
        color: Theme.colors.onZone
        height: root.fall * (root.at - 1)
        width: root.line
        x: root.middle - width / 2
        y: root.height / 2
    }

    Repeater {
        model: root.steps

        RouteStop {
            required property int index

            passed: index < root.step - 1
            visible: index !== root.step - 1
            width: root.stop
            x: root.middle - width / 2
            y: root.height / 2 - height / 2 + index * root.fall
        }
    }

    Dot {
        border.color: Theme.colors.onZone
        width: Math.round(root.stop * 1.6)
        x: root.middle - width / 2
        y: root.height / 2 - height / 2 + (root.at - 1) * root.fall
    }

    Rectangle {
        color: Theme.colors.onZone
        height: root.height
        radius: height / 2
        width: words.implicitWidth + Theme.mm(13.2)

        Words {
            id: words

            anchors.centerIn: parent
            color: Theme.colors.zone
            role: Theme.label
            text: root.label
            wrapMode: Text.NoWrap
        }
    }
}
