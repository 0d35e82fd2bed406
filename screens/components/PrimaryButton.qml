pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// The one order of a screen. Not ready: dashed, and its label says what is missing.
Touchable {
    id: root

    required property var button
    property Role role: Theme.primary
    property real least: 34.4
    // Yellow: the first thing to touch.
    property bool here: false

    readonly property color ink: !root.ready ? Theme.colors.onOff : root.here ? Theme.colors.onHere : Theme.colors.onAction

    implicitHeight: Math.max(Theme.touch(root.least), face.wanted + Theme.deep)
    ready: root.button.ready
    spoken: root.button.label

    KeyBox {
        anchors.fill: parent
        border: root.here ? Theme.strong : Theme.colors.outlined ? Theme.line : 0
        down: root.down
        edge: root.here ? Theme.mm(3.3) : Theme.deep
        fill: root.here ? (root.down ? Theme.colors.chosen : Theme.colors.here) : root.down ? Theme.colors.actionPressed : Theme.colors.action
        line: root.here ? Theme.colors.onHere : root.down || !Theme.colors.outlined ? Theme.colors.actionPressed : Theme.colors.outline
        off: !root.ready
        radius: root.radius

        ButtonFace {
            id: face

            anchors.fill: parent
            icon: root.ready ? root.button.icon : ""
            iconSize: Math.round(root.role.px * 1.3)
            ink: root.here && root.down ? Theme.colors.ink : root.ink
            label: root.button.label
            role: root.role
        }
    }
}
