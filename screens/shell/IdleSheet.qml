pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../components"
import "../theme"

// Are you still there? Any touch anywhere says yes and does nothing else.
LowSheet {
    id: root

    required property var idle

    readonly property var stay: ({ label: root.idle.stay, icon: "check", ready: true })
    readonly property var moreTime: ({ label: root.idle.more_time, icon: "timer", ready: true })
    readonly property var finish: ({ label: root.idle.finish, icon: "sign-out", ready: true })

    signal acted(string event, string payload)

    onBlank: root.acted("stay", "")
    onOutside: root.acted("stay", "")
    sheetHeight: Theme.landscape ? root.height - Theme.mm(36) : root.height - Theme.mm(123.5)

    GridLayout {
        anchors.fill: parent
        columnSpacing: Theme.mm(20)
        columns: Theme.landscape ? 2 : 1
        rowSpacing: 0

        ColumnLayout {
            Layout.alignment: Qt.AlignCenter
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            spacing: 0

            CountdownRing {
                Layout.alignment: Qt.AlignHCenter
                Layout.preferredHeight: width
                Layout.preferredWidth: Theme.mm(Theme.landscape ? 76 : 90)
                seconds: root.idle.seconds
                total: root.idle.total
            }

            Words {
                Accessible.name: text
                Accessible.role: Accessible.AlertMessage
                Layout.fillWidth: true
                Layout.topMargin: Theme.mm(14)
                horizontalAlignment: Text.AlignHCenter
                role: Theme.question
                text: root.idle.question
            }

            MarkedWords {
                Layout.alignment: Qt.AlignHCenter
                Layout.fillWidth: true
                Layout.maximumWidth: Theme.mm(222)
                Layout.topMargin: Theme.mm(6)
                color: Theme.colors.inkQuiet
                horizontalAlignment: Text.AlignHCenter
                marked: root.idle.lead
                role: Theme.lead
            }
        }

        ColumnLayout {
            Layout.alignment: Theme.landscape ? Qt.AlignCenter : Qt.AlignBottom
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            spacing: Theme.gutter

            PrimaryButton {
                Layout.fillWidth: true
                button: root.stay
                event: "stay"
                focus: true
                least: 49
                role: Theme.answer
                onActed: (event, payload) => root.acted(event, payload)
            }

            SecondaryButton {
                Layout.fillWidth: true
                button: root.moreTime
                event: "more_time"
                onActed: (event, payload) => root.acted(event, payload)
            }

            SecondaryButton {
                Layout.fillWidth: true
                button: root.finish
                event: "idle_finish"
                onActed: (event, payload) => root.acted(event, payload)
            }
        }
    }
}
