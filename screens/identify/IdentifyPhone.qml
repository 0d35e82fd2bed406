pragma ComponentBehavior: Bound

import QtQuick
import "../components"

// Type the telephone that is registered already.
KeypadFrame {
    id: root

    required property string prefix
    required property string number
    required property var change_prefix
    required property var none

    sendEvent: "send_phone"
    ways: [{ button: root.change_prefix, event: "change_prefix" }, { button: root.none, event: "no_phone" }]

    fields: NumberField {
        number: root.number
        prefix: root.prefix
        wrong: root.wrong.text !== ""
    }
}
