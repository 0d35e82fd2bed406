pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../components"
import "../components/Pieces.js" as Pieces
import "../theme"

// The menu as a list: every service in a row of its own, all alike. A variant to be tried out.
ScreenFrame {
    id: root

    required property var choices
    required property var notice

    readonly property int count: root.choices.length
    readonly property int columns: root.count > (Theme.landscape ? 2 : Theme.small ? 4 : 6) ? 2 : 1

    door: 8

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gutter

        GridLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.maximumHeight: Math.ceil(root.count / root.columns) * (Theme.mm(root.columns === 1 ? 56 : 69) + rowSpacing) - rowSpacing
            columnSpacing: Theme.gutter
            columns: root.columns
            rowSpacing: Theme.gap

            Repeater {
                model: root.count

                ChoiceCard {
                    required property int index

                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.minimumHeight: implicitHeight
                    Layout.preferredHeight: Theme.mm(root.columns === 1 ? 40 : 69)
                    Layout.preferredWidth: 1
                    choice: Pieces.at(root.choices, index)
                    event: "choose_service"
                    wide: root.columns === 1
                    onActed: (event, payload) => root.act(event, payload)
                }
            }
        }

        Item {
            Layout.fillHeight: true
            Layout.verticalStretchFactor: 1
        }

        Notice {
            Layout.fillWidth: true
            Layout.preferredHeight: implicitHeight
            notice: root.notice
        }
    }
}
