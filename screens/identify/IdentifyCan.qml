pragma ComponentBehavior: Bound

import QtQuick
import "../components"
import "../theme"

// Type the six digits that stand at the card's lower right.
KeypadFrame {
    id: root

    required property var digits
    required property var none

    drawingTop: Theme.questionTop + Theme.mm(4.4)
    picture: card
    pictureWidth: Theme.mm(137.4)
    sendEvent: "send_can"
    ways: [{ button: root.none, event: "no_can" }]

    fields: DigitFields {
        digits: root.digits
        wrong: root.wrong.text !== ""
    }

    Component {
        id: card

        CardDrawing {
            pointed: true
        }
    }
}
