pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// To the pages before or after, as a caret alone; its name is for whoever does not see it.
Touchable {
    id: root

    required property var button

    implicitHeight: Theme.touch(Theme.small ? 20 : 25)
    implicitWidth: Theme.touch(28)
    radius: Theme.footerRadius
    ready: root.button.ready
    spoken: root.button.label

    KeyBox {
        anchors.fill: parent
        border: Theme.bold
        down: root.down
        fill: root.down ? Theme.colors.chosen : Theme.colors.surface
        line: Theme.colors.action
        off: !root.ready
        radius: root.radius

        Icon {
            anchors.centerIn: parent
            color: root.ready ? Theme.colors.action : Theme.colors.onOff
            directional: true
            name: root.button.icon
            size: Theme.mm(11)
        }
    }
}
