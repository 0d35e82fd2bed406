pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../components"
import "../components/Pieces.js" as Pieces
import "../theme"

// How to be reminded.
ScreenFrame {
    id: root

    required property var choices
    required property string held

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gutter

        Repeater {
            model: root.choices.length

            ChoiceCard {
                required property int index

                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.maximumHeight: Theme.mm(62)
                Layout.verticalStretchFactor: 1000
                choice: Pieces.at(root.choices, index)
                event: "choose_reminder"
                wide: true
                onActed: (event, payload) => root.act(event, payload)
            }
        }

        HeldLine {
            Layout.fillWidth: true
            Layout.preferredHeight: implicitHeight
            held: root.held
        }

        Item {
            Layout.fillHeight: true
            Layout.verticalStretchFactor: 1
        }
    }
}
