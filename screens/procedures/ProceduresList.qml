pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../components"
import "../components/Pieces.js" as Pieces
import "../theme"

// The procedures of a group.
ScreenFrame {
    id: root

    required property var choices
    required property var other_page

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gap

        GridLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.maximumHeight: Math.ceil(root.choices.length / columns) * (Theme.mm(42) + rowSpacing) - rowSpacing
            Layout.verticalStretchFactor: 1000
            columnSpacing: Theme.gutter
            columns: Theme.landscape ? 2 : 1
            rowSpacing: Theme.gap

            Repeater {
                model: root.choices.length

                ChoiceCard {
                    required property int index

                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.minimumHeight: implicitHeight
                    Layout.preferredHeight: Theme.mm(30)
                    Layout.preferredWidth: 1
                    choice: Pieces.at(root.choices, index)
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

        OtherPage {
            Layout.fillWidth: true
            button: root.other_page
            event: "other_page"
            onActed: (event, payload) => root.act(event, payload)
        }
    }
}
