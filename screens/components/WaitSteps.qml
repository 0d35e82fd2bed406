pragma ComponentBehavior: Bound

import QtQuick
import "../theme"
import "Pieces.js" as Pieces

// The lines of a wait: done, now, and still to come.
Column {
    id: root

    required property var steps

    spacing: Theme.mm(10.5)

    Repeater {
        model: root.steps.length

        Item {
            id: step

            required property int index

            readonly property string text: Pieces.at(root.steps, index).text
            readonly property string state_: Pieces.at(root.steps, index).state
            readonly property real side: Theme.mm(14.4)

            Accessible.name: text
            Accessible.role: Accessible.ListItem
            implicitHeight: Math.max(side, words.implicitHeight)
            width: root.width

            Icon {
                color: Theme.colors.done
                filled: true
                name: "check-circle"
                size: step.side
                visible: step.state_ === "done"
                y: words.firstMiddle - size / 2
            }

            Dot {
                visible: step.state_ === "now"
                width: step.side
                y: words.firstMiddle - width / 2
            }

            Rectangle {
                border.color: Theme.colors.outline
                border.width: Theme.bold
                color: "transparent"
                height: width
                radius: width / 2
                visible: step.state_ === "todo"
                width: step.side
                y: words.firstMiddle - width / 2
            }

            Words {
                id: words

                readonly property real firstMiddle: y + implicitHeight / Math.max(1, lineCount) / 2

                anchors.left: parent.left
                anchors.leftMargin: step.side + Theme.mm(9)
                anchors.right: parent.right
                color: step.state_ === "todo" ? Theme.colors.inkQuiet : Theme.colors.ink
                font.weight: step.state_ === "now" ? 650 : 500
                role: Theme.lead
                text: step.text
                y: Math.max(0, (step.side - implicitHeight / Math.max(1, lineCount)) / 2)
            }
        }
    }
}
