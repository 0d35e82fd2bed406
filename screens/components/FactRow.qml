pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// A label with its icon, and what is to be known under it.
Item {
    id: root

    required property var fact

    readonly property real end: root.y + root.height

    height: lines.y + lines.height

    Icon {
        id: sign

        anchors.left: parent.left
        color: Theme.colors.action
        name: root.fact.icon
        size: Theme.mm(9)
    }

    Words {
        id: label

        anchors.left: sign.right
        anchors.leftMargin: Theme.mm(4)
        anchors.right: parent.right
        color: Theme.colors.action
        role: Theme.small ? Theme.label : Theme.strongBody
        text: root.fact.title
    }

    Column {
        id: lines

        anchors.left: label.left
        anchors.right: parent.right
        spacing: Theme.mm(2)
        y: label.height + Theme.mm(1)

        Repeater {
            model: root.fact.lines.length

            Words {
                required property int index

                role: Theme.panel
                text: root.fact.lines[index] ?? ""
                width: lines.width
            }
        }
    }
}
