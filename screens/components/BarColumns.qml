pragma ComponentBehavior: Bound

import QtQuick
import "Pieces.js" as Pieces
import "../theme"

// Columns in an order of their own. A hidden one is a dashed box of no height that would say anything.
Item {
    id: root

    required property var bars

    readonly property real step: root.width / Math.max(1, root.bars.length)
    readonly property real tall: root.height - 2 * Theme.label.px * 1.35 - Theme.mm(2)

    implicitHeight: Theme.mm(55)

    Repeater {
        model: root.bars.length

        Item {
            id: column

            required property int index

            readonly property var bar: Pieces.at(root.bars, index)

            Accessible.name: column.bar.spoken
            Accessible.role: Accessible.StaticText
            height: root.height
            width: root.step
            x: index * root.step

            Words {
                anchors.bottom: body.top
                anchors.bottomMargin: Theme.mm(1)
                anchors.horizontalCenter: parent.horizontalCenter
                role: Theme.label
                text: column.bar.hidden ? "–" : column.bar.figure
                wrapMode: Text.NoWrap
            }

            BarBody {
                id: body

                anchors.bottom: line.top
                anchors.horizontalCenter: parent.horizontalCenter
                height: column.bar.hidden ? Theme.mm(8) : Math.max(Theme.line, Math.round(column.bar.share * root.tall))
                hidden: column.bar.hidden
                width: Math.round(Math.min(root.step * 0.72, Theme.mm(26)))
            }

            Rectangle {
                id: line

                anchors.bottom: name.top
                color: Theme.colors.rule
                height: Theme.line
                width: parent.width
            }

            Words {
                id: name

                anchors.bottom: parent.bottom
                anchors.horizontalCenter: parent.horizontalCenter
                color: Theme.colors.inkQuiet
                role: Theme.label
                text: column.bar.name
                wrapMode: Text.NoWrap
            }
        }
    }
}
