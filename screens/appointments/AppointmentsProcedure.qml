pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../components"
import "../components/Pieces.js" as Pieces
import "../theme"

// What it is for: topics above, the procedures of one below.
ScreenFrame {
    id: root

    required property var groups
    required property var other_topics
    required property var procedures
    required property var more
    required property var search
    required property var mine
    required property var notice

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gap

        GridLayout {
            Layout.fillHeight: false
            Layout.fillWidth: true
            columnSpacing: Theme.gap
            columns: 2
            rowSpacing: Theme.gap
            uniformCellHeights: true

            Repeater {
                model: root.groups.length

                ChoiceRow {
                    required property int index

                    Accessible.role: Accessible.RadioButton
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    choice: Pieces.at(root.groups, index)
                    event: "choose_group"
                    implicitHeight: Theme.touch(29)
                    onActed: (event, payload) => root.act(event, payload)
                }
            }

            OtherPage {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                button: root.other_topics
                event: "other_topics"
                onActed: (event, payload) => root.act(event, payload)
            }
        }

        Notice {
            Layout.fillWidth: true
            Layout.preferredHeight: implicitHeight
            notice: root.notice
        }

        GridLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.topMargin: Theme.mm(4)
            Layout.verticalStretchFactor: 1000
            columnSpacing: Theme.gap
            columns: Theme.landscape ? 2 : 1
            rowSpacing: Theme.gap

            Repeater {
                model: root.procedures.length

                ChoiceCard {
                    required property int index

                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.maximumHeight: Theme.mm(42)
                    Layout.preferredHeight: Theme.mm(36)
                    Layout.preferredWidth: 1
                    choice: Pieces.at(root.procedures, index)
                    event: "choose_procedure"
                    wide: true
                    onActed: (event, payload) => root.act(event, payload)
                }
            }
        }

        Item {
            Layout.fillHeight: true
            Layout.verticalStretchFactor: 1
        }

        RowLayout {
            Layout.fillHeight: false
            Layout.fillWidth: true
            spacing: Theme.gap

            Repeater {
                model: [
                    { button: root.more, event: "more_procedures" },
                    { button: root.search, event: "search" },
                    { button: root.mine, event: "my_appointments" }
                ].filter(way => way.button !== undefined && way.button !== null)

                SecondaryButton {
                    required property var modelData

                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    button: modelData.button
                    event: modelData.event
                    onActed: (event, payload) => root.act(event, payload)
                }
            }
        }
    }
}
