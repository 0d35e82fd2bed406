pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// Another way. Not ready: dashed, and its label says when.
Touchable {
    id: root

    required property var button
    property bool small: true

    implicitHeight: Math.max(Theme.touch(root.small ? 26.6 : 34.4), face.wanted + Theme.deep)
    ready: root.button.ready
    spoken: root.button.label

    KeyBox {
        anchors.fill: parent
        border: Theme.bold
        down: root.down
        edge: root.small ? Theme.edge : Theme.deep
        fill: root.down ? Theme.colors.chosen : Theme.colors.surface
        line: Theme.colors.action
        off: !root.ready
        radius: root.radius

        ButtonFace {
            id: face

            anchors.fill: parent
            icon: root.button.icon
            iconSize: Math.round(role.px * 1.2)
            ink: root.ready ? Theme.colors.action : Theme.colors.onOff
            label: root.button.label
            role: root.small ? Theme.secondary : Theme.primary
        }
    }
}
