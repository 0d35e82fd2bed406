pragma ComponentBehavior: Bound

import QtQuick
import "../components"

// Copy the document number from the lines.
RunFrame {
    id: root

    required property string document
    required property var none
    required property var change

    picture: lines
    sendEvent: "send_number"
    ways: [{ button: root.change, event: "change_document" }, { button: root.none, event: "no_mrz" }]

    pad: LetterPad {
        words: root.keypad
        onActed: (event, payload) => root.act(event, payload)
    }

    Component {
        id: lines

        MrzDrawing {
            document: root.document
            mark: "number"
        }
    }
}
