pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../components"
import "../components/Pieces.js" as Pieces
import "../theme"

// How the kiosk was used: a page of charts, and the way to the next one.
AdminFrame {
    id: root

    required property var notice
    required property var bars
    required property var intervals
    required property string place
    required property var before
    required property var after

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gap

        Notice {
            Layout.fillWidth: true
            Layout.preferredHeight: implicitHeight
            notice: root.notice
        }

        GridLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            columnSpacing: Theme.gap
            columns: Theme.landscape ? 2 : 1
            rowSpacing: Theme.gap

            Repeater {
                model: root.bars.length

                BarChart {
                    required property int index

                    Layout.alignment: Qt.AlignTop
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.maximumHeight: most
                    Layout.minimumHeight: implicitHeight
                    Layout.preferredHeight: 1
                    Layout.preferredWidth: 1
                    chart: Pieces.at(root.bars, index)
                }
            }

            Repeater {
                model: root.intervals.length

                IntervalChart {
                    required property int index

                    Layout.alignment: Qt.AlignTop
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.maximumHeight: implicitHeight
                    Layout.minimumHeight: implicitHeight
                    Layout.preferredHeight: 1
                    Layout.preferredWidth: 1
                    chart: Pieces.at(root.intervals, index)
                }
            }
        }

        Item {
            Layout.fillHeight: true
            Layout.verticalStretchFactor: 0
        }

        RowLayout {
            spacing: Theme.gap
            visible: root.place !== ""

            SecondaryButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                button: root.before
                event: "page_before"
                onActed: (event, payload) => root.act(event, payload)
            }

            Words {
                Accessible.name: text
                Accessible.role: Accessible.StaticText
                horizontalAlignment: Text.AlignHCenter
                role: Theme.label
                text: root.place
                wrapMode: Text.NoWrap
            }

            SecondaryButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                button: root.after
                event: "page_after"
                onActed: (event, payload) => root.act(event, payload)
            }
        }
    }
}
