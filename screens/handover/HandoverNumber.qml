pragma ComponentBehavior: Bound

import "../components"

// The letter and the number of the turn.
RunFrame {
    id: root

    required property var none

    sendEvent: "take_over"
    ways: [{ button: root.none, event: "go_home" }]

    pad: LetterPad {
        rows: ["1234567890", "QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"]
        taken: /^[0-9A-Z]$/
        words: root.keypad
        onActed: (event, payload) => root.act(event, payload)
    }
}
