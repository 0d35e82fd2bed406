pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../components"
import "../components/Pieces.js" as Pieces
import "../theme"

// Which proof the person can give.
ScreenFrame {
    id: root

    required property var choices

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gutter

        Repeater {
            model: root.choices.length

            ChoiceCard {
                required property int index

                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.verticalStretchFactor: 1000
                Layout.maximumHeight: Theme.mm(root.choices.length <= 3 ? 72 : 60)
                choice: Pieces.at(root.choices, index)
                event: "choose_proof"
                wide: true
                onActed: (event, payload) => root.act(event, payload)
            }
        }

        Item {
            Layout.fillHeight: true
            Layout.verticalStretchFactor: 1
        }
    }
}
