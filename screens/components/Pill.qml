pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// A small button on the zone.
Touchable {
    id: root

    required property var button
    required property string icon

    readonly property color ink: root.down ? Theme.colors.zone : Theme.colors.onZone

    implicitHeight: Theme.touch(20)
    implicitWidth: Math.max(Theme.touch(20), words.x + words.implicitWidth + Theme.mm(7.2))
    radius: root.height / 2
    ready: root.button.ready
    spoken: root.button.label

    Rectangle {
        anchors.fill: parent
        border.color: Theme.colors.onZoneQuiet
        border.width: Theme.line
        color: root.down ? Theme.colors.onZone : Theme.colors.zone
        radius: root.radius
        visible: root.ready
    }

    Loader {
        active: !root.ready
        anchors.fill: parent

        sourceComponent: DashedBorder {
            fill: "transparent"
            line: Theme.colors.onZoneQuiet
            radius: root.radius
        }
    }

    Icon {
        id: sign

        anchors.left: parent.left
        anchors.leftMargin: Theme.mm(6.6)
        anchors.verticalCenter: parent.verticalCenter
        color: root.ink
        name: root.icon
        size: Theme.mm(10.5)
    }

    Words {
        id: words

        anchors.left: sign.right
        anchors.leftMargin: Theme.mm(3.3)
        anchors.verticalCenter: parent.verticalCenter
        color: root.ink
        role: Theme.label
        text: root.button.label
        wrapMode: Text.NoWrap
    }
}
