pragma ComponentBehavior: Bound

import QtQuick
import "../components"

// Copy the date of birth from the lines.
RunFrame {
    id: root

    required property string document
    required property var none

    picture: lines
    sendEvent: "send_birth"
    ways: [{ button: root.none, event: "no_mrz" }]

    pad: Keypad {
        words: root.keypad
        onActed: (event, payload) => root.act(event, payload)
    }

    Component {
        id: lines

        MrzDrawing {
            document: root.document
            mark: "birth"
        }
    }
}
