pragma ComponentBehavior: Bound

import QtQuick

// Type a telephone; the ways out are the screen's.
KeypadFrame {
    id: root

    required property string prefix
    required property string number
    required property var change_prefix
    required property var none

    readonly property var abroad: ({ button: root.change_prefix, event: "change_prefix" })
    readonly property var without: ({ button: root.none, event: "no_phone" })

    sendEvent: "send_phone"
    ways: [root.abroad, root.without]

    fields: NumberField {
        number: root.number
        prefix: root.prefix
        wrong: root.wrong.text !== ""
    }
}
