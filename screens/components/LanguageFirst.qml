pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// The town's own language, as if it were chosen already.
Touchable {
    id: root

    required property var choice

    payload: root.choice.id
    spoken: root.choice.title

    KeyBox {
        anchors.fill: parent
        border: Theme.strong
        down: root.down
        edge: Theme.strong
        fill: Theme.colors.chosen
        line: Theme.colors.action
        radius: root.radius

        ArchPlate {
            id: plate

            anchors.left: parent.left
            anchors.leftMargin: Theme.mm(9.4)
            anchors.verticalCenter: parent.verticalCenter
            icon: "check"
            implicitWidth: Theme.mm(25.5)
        }

        Words {
            anchors.left: plate.right
            anchors.leftMargin: Theme.mm(8)
            anchors.right: caret.left
            anchors.verticalCenter: parent.verticalCenter
            role: Theme.answer
            text: root.choice.title
        }

        Icon {
            id: caret

            anchors.right: parent.right
            anchors.rightMargin: Theme.mm(9.4)
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.colors.action
            directional: true
            name: "caret-right"
            size: Theme.mm(13.3)
        }
    }
}
