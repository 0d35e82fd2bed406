pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// For whoever does not find theirs: dashed, since it is none of the choices, and it can be pressed.
Touchable {
    id: root

    required property var button

    spoken: root.button.label

    DashedBorder {
        anchors.fill: parent
        fill: root.down ? Theme.colors.chosen : Theme.colors.ground
        line: Theme.colors.outline
        radius: root.radius
    }

    Icon {
        id: sign

        anchors.left: parent.left
        anchors.leftMargin: Theme.mm(8.8)
        anchors.verticalCenter: parent.verticalCenter
        name: root.button.icon === "" ? "hand-waving" : root.button.icon
        size: Theme.mm(12)
    }

    Words {
        anchors.left: sign.right
        anchors.leftMargin: Theme.mm(6)
        anchors.right: parent.right
        anchors.rightMargin: Theme.mm(5)
        anchors.verticalCenter: parent.verticalCenter
        role: Theme.strongBody
        text: root.button.label
    }
}
