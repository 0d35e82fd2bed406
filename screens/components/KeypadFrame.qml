pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// A screen with a keypad: fields above it, other ways below, and one order. In landscape the keypad is at the right.
ScreenFrame {
    id: root

    required property var wrong
    required property var keypad
    required property var send
    required property string sendEvent
    // What is typed into.
    required property Component fields
    // Shown in the zone, in landscape on the sheet.
    property Component picture: null
    property real pictureWidth: 0
    property real pictureRatio: 0.63
    // The other ways: pieces {button, event}; one without a label is none.
    required property var ways

    readonly property var shown: root.ways.filter(way => way.button.label !== "")

    readonly property bool wide: Theme.landscape
    readonly property real half: Math.round((root.paper.width - 2 * Theme.gutter) / 2)
    readonly property real side: root.wide ? root.half : root.paper.width
    readonly property real keysLeft: root.wide ? root.paper.width - root.half : 0

    Keys.forwardTo: [keys]
    arcade: root.wide
    drawing: root.wide ? null : root.picture
    drawingWidth: root.wide ? 0 : root.pictureWidth

    Notice {
        id: wrong

        height: implicitHeight
        notice: root.wrong
        width: root.side
        y: root.wide ? fields.height + Theme.mm(8) : 0
    }

    Loader {
        id: fields

        readonly property real room: keys.y - wrong.height

        height: root.wide ? Theme.mm(33) : Math.min(Theme.mm(41), room - Theme.mm(8))
        sourceComponent: root.fields
        width: root.side
        y: root.wide ? 0 : Math.round(wrong.height + (room - height) * (wrong.says ? 0.5 : 0.4))
    }

    Loader {
        readonly property real room: others.y - y - Theme.mm(8)

        active: root.wide && root.picture !== null
        height: width * root.pictureRatio
        sourceComponent: root.picture
        visible: room > Theme.mm(30)
        width: Math.min(root.half * 0.8, room / root.pictureRatio)
        x: Math.round((root.half - width) / 2)
        y: (wrong.says ? wrong.y + wrong.height : fields.height) + Theme.mm(9)
    }

    Keypad {
        id: keys

        height: root.wide ? send.y - Theme.mm(6.6) : 4 * Theme.touch(Theme.small ? 26 : 33.2) + 3 * gap
        width: root.side
        words: root.keypad
        x: root.keysLeft
        y: root.wide ? 0 : others.y - height - Theme.mm(5.5)
        onActed: (event, payload) => root.act(event, payload)
    }

    Item {
        id: others

        readonly property int count: root.shown.length
        readonly property real each: root.wide ? width : (width - (count - 1) * Theme.gap) / Math.max(1, count)
        readonly property real row: Math.max(...Array.from({ length: way.count }, (_, index) => way.itemAt(index)?.implicitHeight ?? 0))

        height: root.wide ? count * row + (count - 1) * Theme.gap : row
        width: root.side
        y: (root.wide ? root.paper.height : send.y - Theme.mm(5.5)) - height

        Repeater {
            id: way

            model: root.shown.length

            SecondaryButton {
                required property int index

                button: root.shown[index].button
                event: root.shown[index].event
                height: others.row
                width: others.each
                x: root.wide ? 0 : index * (others.each + Theme.gap)
                y: root.wide ? index * (others.row + Theme.gap) : 0
                onActed: (event, payload) => root.act(event, payload)
            }
        }
    }

    PrimaryButton {
        id: send

        button: root.send
        event: root.sendEvent
        height: implicitHeight
        width: root.side
        x: root.keysLeft
        y: root.paper.height - height
        onActed: (event, payload) => root.act(event, payload)
    }
}
