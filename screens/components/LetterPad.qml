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
    // Beginnings and ends of words that have a key of their own.
    property var endings: []
    // Where words are typed: the name of the key between them.
    property string space: ""
    // What a keyboard that is plugged in may type.
    property var taken: /^[0-9A-Z<]$/
    property bool capitals: true

    readonly property var wordKeys: ["clear", root.change === "" ? "" : "change", root.space === "" ? "" : "space", "correct"].filter(key => key !== "")
    readonly property real gap: Math.max(Math.ceil(2.6 * Theme.pxPerMm), Theme.mm(3.6))
    readonly property int most: Math.max(...root.rows.map(row => row.length))
    readonly property int lines: root.rows.length + (root.endings.length > 0 ? 2 : 1)
    readonly property real keyWidth: root.share(root.width, root.most)
    readonly property real keyHeight: root.share(root.height, root.lines)
    readonly property real wordWidth: root.share(root.width, root.wordKeys.length)
    // A long one has a wider key; the sides of a key take as much as three letters.
    readonly property var endingLetters: root.endings.map(ending => ending.length + 3)
    readonly property real endingUnit: root.share(root.width, root.endings.length) * root.endings.length / root.sum(root.endingLetters)

    signal acted(string event, string payload)

    function share(length: real, count: int): real {
        return Math.floor((length - (count - 1) * root.gap) / Math.max(1, count))
    }

    function sum(numbers: var): real {
        return numbers.reduce((all, one) => all + one, 0)
    }

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
        model: root.endings

        KeypadKey {
            required property string modelData
            required property int index

            event: "character"
            height: root.keyHeight
            label: modelData
            letter: modelData
            radius: Theme.footerRadius
            width: Math.floor(root.endingLetters[index] * root.endingUnit)
            x: Math.round(root.sum(root.endingLetters.slice(0, index)) * root.endingUnit) + index * root.gap
            y: root.rows.length * (root.keyHeight + root.gap)
            onActed: (event, payload) => root.acted(event, payload)
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
            y: (root.lines - 1) * (root.keyHeight + root.gap)
            onActed: (event, payload) => root.acted(event, payload)
        }
    }
}
