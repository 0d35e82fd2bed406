pragma ComponentBehavior: Bound

import QtQuick
import "../components"

// Type the phone that goes with an appointment.
KeypadFrame {
    id: root

    required property string prefix
    required property string number
    required property var change_prefix
    required property var none

    readonly property var abroad: ({ button: root.change_prefix, event: "change_prefix" })

    sendEvent: "send_phone"
    ways: root.none.label === "" ? [root.abroad] : [root.abroad, { button: root.none, event: "no_phone" }]

    fields: NumberField {
        number: root.number
        prefix: root.prefix
        wrong: root.wrong.text !== ""
    }
}
