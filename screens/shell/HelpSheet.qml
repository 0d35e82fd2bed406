pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../components"
import "../theme"

// How can we help? At hand height, with what the header holds too.
LowSheet {
    id: root

    required property var help

    signal acted(string event, string payload)

    onOutside: root.acted("close_help", "")
    sheetHeight: Math.min(root.height - Theme.mm(30), rows.implicitHeight + Theme.mm(31.4))

    ColumnLayout {
        id: rows

        anchors.fill: parent
        spacing: Theme.gutter

        Words {
            Accessible.name: text
            Accessible.role: Accessible.Heading
            Layout.bottomMargin: Theme.mm(4)
            Layout.fillWidth: true
            role: Theme.question
            text: root.help.question
        }

        Notice {
            Layout.fillWidth: true
            Layout.preferredHeight: implicitHeight
            notice: root.help.notice
        }

        PrimaryButton {
            Layout.fillWidth: true
            button: root.help.primary
            event: root.help.primary_act
            focus: true
            least: 49
            onActed: (event, payload) => root.acted(event, payload)
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gutter

            SecondaryButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                button: root.help.contrast
                event: "contrast"
                onActed: (event, payload) => root.acted(event, payload)
            }

            SecondaryButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                button: root.help.language
                event: "language"
                onActed: (event, payload) => root.acted(event, payload)
            }
        }

        SecondaryButton {
            Layout.fillWidth: true
            button: root.help.secondary
            event: root.help.secondary_act
            onActed: (event, payload) => root.acted(event, payload)
        }

        Loader {
            Layout.fillWidth: true
            active: (root.help.staff ?? null) !== null
            visible: active

            sourceComponent: SecondaryButton {
                button: root.help.staff
                event: "staff_open"
                onActed: (event, payload) => root.acted(event, payload)
            }
        }
    }
}
