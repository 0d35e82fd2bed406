pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// Numbers beside one another: columns where they have an order and room, else rows.
ChartPanel {
    id: root

    required property var chart

    readonly property var bars: root.chart.bars
    // Characters of the longest name or number.
    readonly property int longest: Math.max(1, ...root.bars.map(bar => Math.max(bar.name.length, bar.hidden ? 1 : bar.figure.length)))
    readonly property bool upright: root.chart.upright && root.bodyWidth >= root.bars.length * (root.longest * Theme.label.px * 0.62 + Theme.mm(2))

    // More room would only stand empty.
    readonly property real most: root.upright ? Theme.mm(240) : root.around + Math.ceil(root.bars.length / (root.bars.length > 7 ? 2 : 1)) * Theme.mm(24)

    about: root.chart.about
    title: root.chart.title

    Loader {
        anchors.fill: parent
        sourceComponent: root.upright ? columns : rows
    }

    Component {
        id: columns

        BarColumns {
            bars: root.bars
        }
    }

    Component {
        id: rows

        BarRows {
            bars: root.bars
        }
    }
}
