pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../components"
import "../theme"

// One of them, to be moved, cancelled or printed.
ScreenFrame {
    id: root

    required property var facts
    required property string bring
    required property var move
    required property var cancel
    required property var another_paper

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gutter

        FactsPanel {
            Layout.fillWidth: true
            facts: root.facts
            note: root.bring
        }

        Item {
            Layout.fillHeight: true
        }

        RowLayout {
            Layout.fillHeight: false
            Layout.fillWidth: true
            spacing: Theme.gap

            SecondaryButton {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                button: root.another_paper
                event: "print_it"
                onActed: (event, payload) => root.act(event, payload)
            }

            SecondaryButton {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                button: root.cancel
                event: "cancel_it"
                onActed: (event, payload) => root.act(event, payload)
            }
        }

        PrimaryButton {
            Layout.fillWidth: true
            button: root.move
            event: "move_it"
            onActed: (event, payload) => root.act(event, payload)
        }
    }
}
