pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../components"
import "../theme"

// Staff type the PIN of their card, in the middle of somebody's session.
LowSheet {
    id: root

    required property var staff

    signal acted(string event, string payload)

    onOutside: root.acted("staff_close", "")
    sheetHeight: root.height - Theme.mm(Theme.landscape ? 30 : 123.5)

    GridLayout {
        anchors.fill: parent
        columnSpacing: Theme.mm(20)
        columns: Theme.landscape ? 2 : 1
        rowSpacing: Theme.gutter

        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            spacing: Theme.gutter

            Words {
                Accessible.name: text
                Accessible.role: Accessible.Heading
                Layout.fillWidth: true
                role: Theme.question
                text: root.staff.question
            }

            Notice {
                Layout.fillWidth: true
                Layout.preferredHeight: implicitHeight
                notice: root.staff.notice
            }

            RunFields {
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.mm(26)
                run: root.staff.run
            }
        }

        ColumnLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            spacing: Theme.gutter

            // It stays where it is, whatever is said above it.
            Item {
                Layout.fillHeight: true
            }

            Keypad {
                Layout.fillWidth: true
                Layout.preferredHeight: 4 * Math.round(Theme.touch(Theme.landscape ? 26 : 36)) + 3 * gap
                focus: true
                words: root.staff.keypad
                onActed: (event, payload) => root.acted(event, payload)
            }

            PrimaryButton {
                Layout.fillWidth: true
                button: root.staff.send
                event: "staff_send"
                onActed: (event, payload) => root.acted(event, payload)
            }

            SecondaryButton {
                Layout.fillWidth: true
                button: root.staff.close
                event: "staff_close"
                onActed: (event, payload) => root.acted(event, payload)
            }
        }
    }
}
