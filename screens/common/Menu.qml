pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
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
    readonly property real wideHeight: Theme.mm(root.count <= 2 ? 96 : root.few ? 72 : 50)
    readonly property real halfHeight: Theme.mm(root.few ? 96 : 69)

    door: 8

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gutter

        GridLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.maximumHeight: implicitHeight
            columnSpacing: Theme.gutter
            columns: root.columns
            rowSpacing: Theme.gutter

            Repeater {
                model: root.count

                ChoiceCard {
                    required property int index

                    readonly property bool first: index < root.wides

                    Layout.columnSpan: first ? root.columns : 1
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.minimumHeight: implicitHeight
                    Layout.preferredHeight: first ? root.wideHeight : root.halfHeight
                    Layout.preferredWidth: 1
                    big: root.count <= 3
                    choice: Pieces.at(root.choices, index)
                    event: "choose_service"
                    wide: first
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
