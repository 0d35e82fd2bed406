pragma ComponentBehavior: Bound

import QtQuick
import "Pieces.js" as Pieces
import "../theme"

// What fits stands between the field and its keys, the best first; in landscape beside them.
ScreenFrame {
    id: root

    required property string typed
    required property string hint
    required property var choices
    required property var other_page
    // What choosing one of them is.
    required property string chooseEvent
    required property var notice
    required property var keypad
    required property string space

    readonly property bool wide: Theme.landscape
    readonly property int places: 4
    readonly property real padWidth: root.wide ? Math.round(root.paper.width * 0.6) : root.paper.width
    readonly property real keysLeft: root.paper.width - root.padWidth

    Keys.forwardTo: [keys]
    arcade: root.wide
    sheetTop: root.wide ? 0 : Theme.mm(100)

    TypedField {
        id: field

        height: Theme.mm(30)
        hint: root.hint
        typed: root.typed
        width: root.padWidth
        x: root.keysLeft
    }

    Item {
        id: fitting

        readonly property real each: Math.min(Theme.mm(root.wide ? 60 : 44), (height - (root.places - 1) * Theme.gap) / root.places)

        height: (root.wide ? root.paper.height : keys.y - Theme.gutter) - y
        width: root.wide ? root.keysLeft - Theme.gutter : root.paper.width
        y: root.wide ? 0 : field.height + Theme.gutter

        Notice {
            height: implicitHeight
            notice: root.notice
            width: parent.width
        }

        Repeater {
            model: root.choices.length

            ChoiceCard {
                required property int index

                choice: Pieces.at(root.choices, index)
                event: root.chooseEvent
                height: Math.floor(fitting.each)
                wide: !root.wide
                width: fitting.width
                y: Math.round(index * (fitting.each + Theme.gap))
                onActed: (event, payload) => root.act(event, payload)
            }
        }

        OtherPage {
            button: root.other_page
            event: "other_page"
            height: Math.min(Theme.mm(32), Math.floor(fitting.each))
            width: fitting.width
            y: Math.round(root.choices.length * (fitting.each + Theme.gap))
            onActed: (event, payload) => root.act(event, payload)
        }
    }

    LetterPad {
        id: keys

        capitals: false
        height: root.wide ? root.paper.height - field.height - Theme.gutter : 5 * Theme.touch(24) + 4 * gap
        rows: ["qwertyuiop", "asdfghjklñ", "zxcvbnmç·’", "àèéíïòóúü"]
        space: root.space
        taken: /^[\p{L}\p{N} ·'’-]$/u
        width: root.padWidth
        words: root.keypad
        x: root.keysLeft
        y: root.paper.height - height
        onActed: (event, payload) => root.act(event, payload)
    }
}
