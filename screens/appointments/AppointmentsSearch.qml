pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../components"
import "../components/Pieces.js" as Pieces
import "../theme"

// Letters, and what is like what was typed.
ScreenFrame {
    id: root

    required property string typed
    required property string hint
    required property var procedures
    required property var notice
    required property var keypad

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
            notice: root.notice
        }

        Repeater {
            model: root.procedures.length

            ChoiceCard {
                required property int index

                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.maximumHeight: Theme.mm(36)
                Layout.verticalStretchFactor: 1000
                choice: Pieces.at(root.procedures, index)
                event: "choose_procedure"
                wide: true
                onActed: (event, payload) => root.act(event, payload)
            }
        }

        Item {
            Layout.fillHeight: true
            Layout.verticalStretchFactor: 1
        }

        LetterPad {
            id: pad

            Layout.fillWidth: true
            Layout.preferredHeight: 5 * Theme.touch(Theme.landscape ? 20 : 24) + 4 * gap
            rows: ["1234567890", "QWERTYUIOP", "ASDFGHJKLÑ", "ZXCVBNMÇ"]
            taken: /^[0-9A-ZÑÇ]$/
            words: root.keypad
            onActed: (event, payload) => root.act(event, payload)
        }
    }
}
