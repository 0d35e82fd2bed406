pragma ComponentBehavior: Bound

import QtQuick
import "../components"

// Type the phone with which it was booked.
KeypadFrame {
    id: root

    required property string prefix
    required property string number
    required property var change_prefix
    required property var document
    required property var none

    sendEvent: "send_phone"
    ways: [
        { button: root.change_prefix, event: "change_prefix" },
        { button: root.document, event: "by_document" },
        { button: root.none, event: "no_phone" }
    ]

    fields: NumberField {
        number: root.number
        prefix: root.prefix
        wrong: root.wrong.text !== ""
    }
}
