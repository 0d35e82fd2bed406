pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../theme"
import "Pieces.js" as Pieces

// Letters, and three of those things that are like what was typed.
ScreenFrame {
    id: root

    required property string typed
    required property string hint
    required property var choices
    required property var other_page
    // What choosing one of them is.
    required property string chooseEvent
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
            model: root.choices.length

            ChoiceCard {
                required property int index

                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.maximumHeight: Theme.mm(36)
                Layout.verticalStretchFactor: 1000
                choice: Pieces.at(root.choices, index)
                event: root.chooseEvent
                wide: true
                onActed: (event, payload) => root.act(event, payload)
            }
        }

        OtherPage {
            Layout.fillWidth: true
            button: root.other_page
            event: "other_page"
            onActed: (event, payload) => root.act(event, payload)
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
