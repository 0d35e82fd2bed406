pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../components"
import "../components/Pieces.js" as Pieces
import "../theme"

// Everything once more, before it is booked or moved.
ScreenFrame {
    id: root

    required property var facts
    required property string bring
    required property var reminder
    required property string held
    required property var send

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gutter

        FactsPanel {
            Layout.fillWidth: true
            facts: root.facts
            note: root.bring
        }

        Repeater {
            model: root.reminder.length

            ChoiceRow {
                required property int index

                Layout.fillWidth: true
                choice: Pieces.at(root.reminder, index)
                event: "toggle_reminder"
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
        }

        PrimaryButton {
            Layout.fillWidth: true
            button: root.send
            event: "confirm"
            onActed: (event, payload) => root.act(event, payload)
        }
    }
}
