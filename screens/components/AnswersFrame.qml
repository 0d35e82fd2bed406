pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "Pieces.js" as Pieces
import "../theme"

// One question with two to six answers, one below the other, and a sentence that cannot be pressed.
ScreenFrame {
    id: root

    required property var choices
    required property var notice
    // What choosing one of them is.
    property string event: ""

    readonly property bool few: root.choices.length <= 3
    readonly property int columns: Theme.landscape && root.choices.length > 2 ? 2 : 1

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gutter

        GridLayout {
            readonly property int lines: Math.ceil(root.choices.length / columns)

            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.maximumHeight: lines * Theme.mm(root.few ? 84 : 62) + (lines - 1) * rowSpacing
            Layout.verticalStretchFactor: 1000
            columnSpacing: Theme.gutter
            columns: root.columns
            rowSpacing: Theme.gap
            uniformCellHeights: true

            Repeater {
                model: root.choices.length

                ChoiceCard {
                    required property int index

                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.minimumHeight: implicitHeight
                    Layout.preferredHeight: Theme.mm(40)
                    Layout.preferredWidth: 1
                    big: root.few && !Theme.landscape
                    choice: Pieces.at(root.choices, index)
                    event: root.event
                    wide: root.columns === 1
                    onActed: (event, payload) => root.act(event, payload)
                }
            }
        }

        Notice {
            Layout.fillWidth: true
            Layout.preferredHeight: implicitHeight
            notice: root.notice
        }

        Item {
            Layout.fillHeight: true
            Layout.verticalStretchFactor: 1
        }
    }
}
