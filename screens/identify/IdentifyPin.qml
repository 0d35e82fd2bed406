pragma ComponentBehavior: Bound

import QtQuick
import "../components"

// Type the PIN of one's own card. It is shown as dots, one a character.
RunFrame {
    id: root

    required property var rows
    required property string change
    required property var none

    sendEvent: "send_pin"
    ways: [{ button: root.none, event: "no_pin" }]

    pad: LetterPad {
        capitals: false
        change: root.change
        rows: root.rows
        taken: /^[!-~]$/
        words: root.keypad
        onActed: (event, payload) => root.act(event, payload)
    }
}
