pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../components"
import "../theme"

// It is booked, moved, or printed again.
ScreenFrame {
    id: root

    required property var facts
    required property string bring
    required property var notice
    required property var again
    required property var done

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.small ? Theme.gap : Theme.gutter

        FactsPanel {
            Layout.fillWidth: true
            facts: root.facts
            note: root.bring
        }

        Notice {
            Layout.fillWidth: true
            Layout.preferredHeight: implicitHeight
            notice: root.notice
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
                button: root.again
                event: "print_again"
                onActed: (event, payload) => root.act(event, payload)
            }

            PrimaryButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                button: root.done
                event: "done"
                onActed: (event, payload) => root.act(event, payload)
            }
        }
    }
}
