pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../components"
import "../components/Pieces.js" as Pieces
import "../theme"

// What procedures are about; whoever knows a word for it types it.
ScreenFrame {
    id: root

    required property var search
    required property var choices
    required property var other_page

    // What does not fit has the last place.
    readonly property bool paged: root.other_page !== undefined && root.other_page !== null

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gap

        SecondaryButton {
            Layout.fillWidth: true
            button: root.search
            event: "search"
            small: Theme.small || Theme.landscape
            onActed: (event, payload) => root.act(event, payload)
        }

        GridLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.maximumHeight: Theme.mm(240)
            columnSpacing: Theme.gutter
            columns: 2
            rowSpacing: Theme.gap
            uniformCellHeights: true

            Repeater {
                model: root.choices.length

                ChoiceCard {
                    required property int index

                    // Of an odd number, the last takes a whole row.
                    Layout.columnSpan: !root.paged && index === root.choices.length - 1 && index % 2 === 0 ? 2 : 1
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.minimumHeight: implicitHeight
                    Layout.preferredHeight: Theme.mm(50)
                    Layout.preferredWidth: 1
                    choice: Pieces.at(root.choices, index)
                    event: "choose_group"
                    onActed: (event, payload) => root.act(event, payload)
                }
            }

            OtherPage {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                button: root.other_page
                event: "other_page"
                onActed: (event, payload) => root.act(event, payload)
            }
        }

        Item {
            Layout.fillHeight: true
            Layout.verticalStretchFactor: 1
        }
    }
}
