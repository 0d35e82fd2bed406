pragma ComponentBehavior: Bound

import QtQuick
import "../components"

// Copy the document number from the lines.
MrzFrame {
    id: root

    required property var change

    mark: "number"
    sendEvent: "send_number"
    ways: [{ button: root.change, event: "change_document" }, { button: root.none, event: "no_mrz" }]

    pad: LetterPad {
        words: root.keypad
        onActed: (event, payload) => root.act(event, payload)
    }
}
