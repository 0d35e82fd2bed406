pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// A language by its own name, with its name in the town's language at the far side.
Touchable {
    id: root

    required property var choice

    payload: root.choice.id
    spoken: [root.choice.title, root.choice.about].filter(part => part !== "").join(", ")

    KeyBox {
        anchors.fill: parent
        down: root.down
        fill: root.down || root.choice.chosen ? Theme.colors.chosen : Theme.colors.surface
        line: root.down || root.choice.chosen ? Theme.colors.action : Theme.colors.outline
        radius: root.radius

        Words {
            id: title

            anchors.left: parent.left
            anchors.leftMargin: Theme.mm(8.8)
            anchors.verticalCenter: parent.verticalCenter
            role: Theme.heading
            text: root.choice.title
            wrapMode: Text.NoWrap
        }

        Words {
            anchors.baseline: title.baseline
            anchors.right: parent.right
            anchors.rightMargin: Theme.mm(8.8)
            color: Theme.colors.inkQuiet
            role: Theme.least
            text: root.choice.about
            visible: title.width + implicitWidth + Theme.mm(22) < root.width
            wrapMode: Text.NoWrap
        }
    }
}
