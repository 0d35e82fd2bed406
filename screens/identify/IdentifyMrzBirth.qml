pragma ComponentBehavior: Bound

import QtQuick
import "../components"

// Copy the date of birth from the lines.
MrzFrame {
    id: root

    mark: "birth"
    sendEvent: "send_birth"

    pad: Keypad {
        words: root.keypad
        onActed: (event, payload) => root.act(event, payload)
    }
}
