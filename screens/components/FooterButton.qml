pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// Back, home, help, finish: always in the same place.
Touchable {
    id: root

    required property var button
    required property string icon
    property bool directional: false

    readonly property color ink: root.ready ? Theme.colors.ink : Theme.colors.onOff
    readonly property real apart: Theme.landscape ? Theme.mm(5.5) : Theme.mm(2.2)
    readonly property real stack: sign.height + root.apart + words.implicitHeight
    readonly property real wanted: words.implicitWidth + Theme.mm(5.5) + (Theme.landscape ? sign.width + root.apart : 0)

    implicitHeight: Theme.touch(40)
    radius: Theme.footerRadius
    ready: root.button.ready
    spoken: root.button.label

    KeyBox {
        anchors.fill: parent
        border: Theme.line
        down: root.down
        edge: Theme.line
        fill: root.down ? Theme.colors.chosen : Theme.colors.surface
        line: Theme.colors.plinthOutline
        off: !root.ready
        radius: root.radius
        visible: root.ready
    }

    Loader {
        active: !root.ready
        anchors.fill: parent

        sourceComponent: DashedBorder {
            fill: "transparent"
            line: Theme.colors.plinthOutline
            radius: root.radius
        }
    }

    Icon {
        id: sign

        color: root.ink
        directional: root.directional
        name: root.icon
        size: Theme.mm(13.9)
        x: {
            if (!Theme.landscape)
                return Math.round((root.width - width) / 2)
            const start = Math.round((root.width - width - root.apart - words.implicitWidth) / 2)
            return root.LayoutMirroring.enabled ? root.width - start - width : start
        }
        y: Math.round((root.height - (Theme.landscape ? height : root.stack)) / 2)
    }

    Words {
        id: words

        color: root.ink
        role: Theme.label
        text: root.button.label
        wrapMode: Text.NoWrap
        x: !Theme.landscape ? Math.round((root.width - implicitWidth) / 2) : root.LayoutMirroring.enabled ? sign.x - root.apart - implicitWidth : sign.x + sign.width + root.apart
        y: Theme.landscape ? Math.round((root.height - implicitHeight) / 2) : sign.y + sign.height + root.apart
    }
}
