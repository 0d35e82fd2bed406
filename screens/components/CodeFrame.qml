pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// Type the code that came by SMS.
KeypadFrame {
    id: root

    required property var digits
    required property var resend
    required property var none

    readonly property var again: ({ button: root.resend, event: "resend" })
    readonly property var without: ({ button: root.none, event: "no_phone" })

    drawingBottom: root.sheetTop + 1
    picture: phone
    pictureRatio: 0.9
    pictureWidth: Theme.mm(60)
    sendEvent: "send_code"
    ways: [root.again, root.without]

    fields: DigitFields {
        digits: root.digits
        wrong: root.wrong.text !== ""
    }

    Component {
        id: phone

        PhoneDrawing {}
    }
}
