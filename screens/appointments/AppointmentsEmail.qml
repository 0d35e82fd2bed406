pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../components"
import "../theme"

// Type an address.
ScreenFrame {
    id: root

    required property string typed
    required property string hint
    required property var wrong
    required property var keypad
    required property var endings
    required property var send

    Keys.forwardTo: [pad]

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gap

        TypedField {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.mm(Theme.landscape ? 26 : 32)
            hint: root.hint
            typed: root.typed
        }

        Notice {
            Layout.fillWidth: true
            Layout.preferredHeight: implicitHeight
            notice: root.wrong
        }

        Item {
            Layout.fillHeight: true
            Layout.verticalStretchFactor: 1
        }

        LetterPad {
            id: pad

            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.maximumHeight: 6 * Theme.touch(24) + 5 * gap
            Layout.verticalStretchFactor: 1000
            capitals: false
            endings: root.endings
            rows: ["1234567890", "qwertyuiop", "asdfghjkl_", "zxcvbnm.-@"]
            taken: /^\S$/
            words: root.keypad
            onActed: (event, payload) => root.act(event, payload)
        }

        PrimaryButton {
            Layout.fillWidth: true
            button: root.send
            event: "send_email"
            onActed: (event, payload) => root.act(event, payload)
        }
    }
}
