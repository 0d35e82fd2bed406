pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// Letters in the order of a keyboard: those of a machine readable zone, of a PIN, or of words. Keys never grey out
// and never move.
FocusScope {
    id: root

    required property var words

    property var rows: ["1234567890", "QWERTYUIOP", "ASDFGHJKL<", "ZXCVBNM"]
    // Where there are more letters than rows: what shows the others.
    property string change: ""
    // Where words are typed: the name of the key between them.
    property string space: ""
    // What a keyboard that is plugged in may type.
    property var taken: /^[0-9A-Z<]$/
    property bool capitals: true

    readonly property var wordKeys: ["clear", root.change === "" ? "" : "change", root.space === "" ? "" : "space", "correct"].filter(key => key !== "")
    readonly property real gap: Math.max(Math.ceil(2.6 * Theme.pxPerMm), Theme.mm(3.6))
    readonly property real keyWidth: Math.floor((root.width - 9 * root.gap) / 10)
    readonly property real keyHeight: Math.floor((root.height - 4 * root.gap) / 5)
    readonly property real wordWidth: Math.floor((root.width - (root.wordKeys.length - 1) * root.gap) / root.wordKeys.length)
    readonly property real all: 10 * root.keyWidth + 9 * root.gap

    signal acted(string event, string payload)

    // A keyboard that is plugged in types the same.
    function typed(event: var): void {
        const letter = root.capitals ? event.text.toUpperCase() : event.text
        if (root.taken.test(letter))
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
        model: root.wordKeys

        KeypadKey {
            required property string modelData
            required property int index

            event: ({ change: "change_keys", space: "character" })[modelData] ?? modelData
            height: root.keyHeight
            icon: ({ clear: "trash", change: "keyboard", space: "", correct: "backspace" })[modelData]
            label: ({ change: root.change, space: root.space })[modelData] ?? root.words[modelData]
            letter: modelData === "space" ? " " : ""
            radius: Theme.footerRadius
            width: root.wordWidth
            x: index * (root.wordWidth + root.gap)
            y: 4 * (root.keyHeight + root.gap)
            onActed: (event, payload) => root.acted(event, payload)
        }
    }
}
