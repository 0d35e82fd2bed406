pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// The letters of a machine readable zone, in the order of a keyboard. Keys never grey out and never move.
FocusScope {
    id: root

    required property var words

    readonly property var rows: ["1234567890", "QWERTYUIOP", "ASDFGHJKL<", "ZXCVBNM"]
    readonly property real gap: Math.max(Math.ceil(2.6 * Theme.pxPerMm), Theme.mm(3.6))
    readonly property real keyWidth: Math.floor((root.width - 9 * root.gap) / 10)
    readonly property real keyHeight: Math.floor((root.height - 4 * root.gap) / 5)
    readonly property real wordWidth: Math.floor((root.width - root.gap) / 2)
    readonly property real all: 10 * root.keyWidth + 9 * root.gap

    signal acted(string event, string payload)

    // A keyboard that is plugged in types the same.
    function typed(event: var): void {
        const letter = event.text.toUpperCase()
        if (/^[0-9A-Z<]$/.test(letter))
            root.acted("character", letter)
        else if (event.key === Qt.Key_Backspace)
            root.acted("correct", "")
        else if (event.key === Qt.Key_Delete)
            root.acted("clear", "")
        else
            return
        event.accepted = true
    }

    Keys.onPressed: event => root.typed(event)
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    Repeater {
        model: root.rows.length

        Item {
            id: row

            required property int index

            readonly property string letters: root.rows[index]

            height: root.keyHeight
            width: letters.length * (root.keyWidth + root.gap) - root.gap
            x: Math.round((root.width - width) / 2)
            y: index * (root.keyHeight + root.gap)

            Repeater {
                model: row.letters.length

                KeypadKey {
                    required property int index

                    digit: row.letters[index]
                    event: "character"
                    exact: true
                    height: root.keyHeight
                    radius: Theme.footerRadius
                    width: root.keyWidth
                    x: index * (root.keyWidth + root.gap)
                    onActed: (event, payload) => root.acted(event, payload)
                }
            }
        }
    }

    Repeater {
        model: ["clear", "correct"]

        KeypadKey {
            required property string modelData
            required property int index

            event: modelData
            height: root.keyHeight
            icon: modelData === "clear" ? "trash" : "backspace"
            label: root.words[modelData]
            radius: Theme.footerRadius
            width: root.wordWidth
            x: index * (root.wordWidth + root.gap)
            y: 4 * (root.keyHeight + root.gap)
            onActed: (event, payload) => root.acted(event, payload)
        }
    }
}
