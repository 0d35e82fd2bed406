pragma ComponentBehavior: Bound

import QtQuick
import "Pieces.js" as Pieces
import "../theme"

// Shares as bars on one scale; the whisker reaches over the interval in which the true one lies.
ChartPanel {
    id: root

    required property var chart

    about: root.chart.about
    title: root.chart.title

    Column {
        spacing: Theme.mm(4)
        width: parent.width

        Repeater {
            model: root.chart.rows.length

            Item {
                id: row

                required property int index

                readonly property var share: Pieces.at(root.chart.rows, index)

                Accessible.name: row.share.spoken
                Accessible.role: Accessible.StaticText
                implicitHeight: range.y + (range.visible ? range.implicitHeight : 0)
                width: parent.width

                Words {
                    id: name

                    color: Theme.colors.inkQuiet
                    role: Theme.label
                    text: row.share.name
                    wrapMode: Text.NoWrap
                }

                Words {
                    anchors.right: parent.right
                    role: Theme.label
                    text: row.share.figure
                    wrapMode: Text.NoWrap
                }

                Rectangle {
                    id: track

                    border.color: Theme.colors.rule
                    border.width: Theme.colors.outlined ? Theme.hair : 0
                    color: Theme.colors.trough
                    height: Theme.mm(10)
                    radius: Theme.mm(1.6)
                    width: parent.width
                    y: name.implicitHeight + Theme.mm(1)

                    BarBody {
                        height: parent.height
                        hidden: row.share.hidden
                        width: row.share.hidden ? parent.width : Math.round(row.share.share * parent.width)
                    }

                    Whisker {
                        height: parent.height
                        visible: !row.share.hidden
                        width: Math.round((row.share.high - row.share.low) * parent.width)
                        x: Math.round(row.share.low * parent.width)
                    }
                }

                Words {
                    id: range

                    color: Theme.colors.inkQuiet
                    role: Theme.least
                    text: row.share.range
                    visible: text !== ""
                    y: track.y + track.height + Theme.mm(1)
                }
            }
        }
    }
}
