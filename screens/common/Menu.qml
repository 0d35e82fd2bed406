pragma ComponentBehavior: Bound

import QtQuick
import "../components"
import "../components/Pieces.js" as Pieces
import "../theme"

// What one can do here: a few large cards, or up to seven in two columns with the first one wide.
ScreenFrame {
    id: root

    required property var choices
    required property var notice

    readonly property int count: root.choices.length
    readonly property bool few: root.count <= 4
    readonly property int columns: root.few ? (Theme.landscape && root.count === 4 ? 2 : 1) : 2
    // Of an odd number, the first takes a whole row.
    readonly property int wides: root.columns === 1 ? root.count : root.count % 2
    readonly property int rows: root.wides + (root.count - root.wides) / root.columns
    readonly property real gap: Theme.gutter
    readonly property real room: root.paper.height - (notice.height > 0 ? notice.height + root.gap : 0) - (root.rows - 1) * root.gap
    readonly property real tallest: root.count <= 2 ? Theme.mm(96) : root.few ? Theme.mm(72) : Theme.mm(69)
    readonly property real wideHeight: root.few ? Math.min(root.tallest, root.room / root.rows) : Math.min(Theme.mm(50), root.room / root.rows)
    readonly property real halfHeight: Math.min(root.tallest, (root.room - root.wides * root.wideHeight) / Math.max(1, root.rows - root.wides))

    door: 8

    Repeater {
        model: root.count

        ChoiceCard {
            required property int index

            readonly property bool first: index < root.wides
            readonly property int row: first ? index : root.wides + Math.floor((index - root.wides) / root.columns)
            readonly property int column: first ? 0 : (index - root.wides) % root.columns

            big: root.count <= 3
            choice: Pieces.at(root.choices, index)
            event: "choose_service"
            height: Math.round(first ? root.wideHeight : root.halfHeight)
            wide: first
            width: Math.round(first ? root.paper.width : (root.paper.width - root.gap) / 2)
            x: Math.round(column === 0 !== LayoutMirroring.enabled ? 0 : root.paper.width - width)
            y: Math.round(row * root.gap + Math.min(row, root.wides) * root.wideHeight + Math.max(0, row - root.wides) * root.halfHeight)
            onActed: (event, payload) => root.act(event, payload)
        }
    }

    Notice {
        id: notice

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        height: implicitHeight
        notice: root.notice
    }
}
