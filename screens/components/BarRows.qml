pragma ComponentBehavior: Bound

import QtQuick
import "Pieces.js" as Pieces
import "../theme"

// Rows: what it is and how many, and below it the bar. Many stand in two columns.
Item {
    id: root

    required property var bars

    readonly property int columns: root.bars.length > 7 ? 2 : 1
    readonly property int lines: Math.ceil(root.bars.length / root.columns)
    readonly property real apart: Theme.gutter
    readonly property real each: (root.width - (root.columns - 1) * root.apart) / root.columns
    readonly property real words: Math.round(Theme.label.px * 1.4)
    readonly property real least: root.words + Theme.mm(5 + 2.5)
    readonly property real line: Math.min(Theme.mm(24), Math.max(root.least, root.height / Math.max(1, root.lines)))
    readonly property real thick: root.line - root.least + Theme.mm(5) > Theme.mm(8) ? Theme.mm(8) : Theme.mm(5)

    implicitHeight: root.lines * root.least

    Repeater {
        model: root.bars.length

        Item {
            id: row

            required property int index

            readonly property var bar: Pieces.at(root.bars, index)

            Accessible.name: row.bar.spoken
            Accessible.role: Accessible.StaticText
            height: root.words + root.thick
            width: root.each
            x: Math.floor(index / root.lines) * (root.each + root.apart)
            y: (index % root.lines) * root.line

            Words {
                anchors.left: parent.left
                color: Theme.colors.inkQuiet
                role: Theme.label
                text: row.bar.name
                wrapMode: Text.NoWrap
            }

            Words {
                anchors.right: parent.right
                role: Theme.label
                text: row.bar.figure
                wrapMode: Text.NoWrap
            }

            Rectangle {
                color: Theme.colors.trough
                border.color: Theme.colors.rule
                border.width: Theme.colors.outlined ? Theme.hair : 0
                height: root.thick
                radius: Theme.mm(1.6)
                visible: !row.bar.hidden
                width: parent.width
                y: root.words
            }

            BarBody {
                height: root.thick
                hidden: row.bar.hidden
                width: row.bar.hidden ? parent.width : Math.round(row.bar.share * parent.width)
                y: root.words
            }
        }
    }
}
