pragma ComponentBehavior: Bound

import QtQuick
import "../components"

// Copy the date of expiry from the lines.
MrzFrame {
    id: root

    mark: "expiry"
    sendEvent: "send_expiry"

    pad: Keypad {
        words: root.keypad
        onActed: (event, payload) => root.act(event, payload)
    }
}
