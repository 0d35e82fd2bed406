pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// Ten digits and two words; 1-2-3 on top. Keys never grey out and never move.
FocusScope {
    id: root

    required property var words

    readonly property real gap: Theme.gap
    readonly property real keyWidth: (root.width - 2 * root.gap) / 3
    readonly property real keyHeight: (root.height - 3 * root.gap) / 4

    // The icons of the word keys stand above the words where keys are narrow.
    readonly property bool stacked: root.keyWidth < Theme.mm(64) && root.keyHeight > Theme.mm(30)

    signal acted(string event, string payload)

    // A keypad or a keyboard that is plugged in types the same.
    function typed(event: var): void {
        if (event.key >= Qt.Key_0 && event.key <= Qt.Key_9)
            root.acted("digit", String(event.key - Qt.Key_0))
        else if (event.key === Qt.Key_Backspace)
            root.acted("correct", "")
        else if (event.key === Qt.Key_Delete)
            root.acted("clear", "")
        else
            return
        event.accepted = true
    }

    Keys.onPressed: event => root.typed(event)
    implicitHeight: 4 * Theme.touch(33) + 3 * root.gap

    Repeater {
        model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "clear", "0", "correct"]

        KeypadKey {
            required property string modelData
            required property int index


            digit: modelData.length > 1 ? "" : modelData
            event: modelData.length > 1 ? modelData : "digit"
            height: Math.round(root.keyHeight)
            icon: modelData === "clear" ? "trash" : modelData === "correct" ? "backspace" : ""
            stacked: root.stacked
            label: modelData === "clear" ? root.words.clear : modelData === "correct" ? root.words.correct : ""
            width: Math.round(root.keyWidth)
            x: Math.round((index % 3) * (root.keyWidth + root.gap))
            y: Math.round(Math.floor(index / 3) * (root.keyHeight + root.gap))
            onActed: (event, payload) => root.acted(event, payload)
        }
    }
}
