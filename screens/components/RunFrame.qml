pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// A screen on which a run of letters is typed: where it stands, its cells, and a keypad.
// In landscape the keypad is at the right, and the drawing beside it.
ScreenFrame {
    id: root

    required property var run
    required property var wrong
    required property bool bad
    required property var keypad
    required property var send
    required property string sendEvent
    required property Component pad
    // Where it stands; in the zone, in landscape on the sheet.
    property Component picture: null
    // The other ways: pieces {button, event}.
    required property var ways

    readonly property bool wide: Theme.landscape
    readonly property real padWidth: root.wide ? Math.round(root.paper.width * 0.62) : root.paper.width
    readonly property real side: root.wide ? root.paper.width - root.padWidth - 2 * Theme.gutter : root.paper.width
    readonly property real keysLeft: root.paper.width - root.padWidth
    readonly property real cellHeight: Theme.mm(root.wide ? 30 : 34)

    Keys.forwardTo: [pad.item as Item]
    arcade: root.wide
    drawing: root.wide ? null : root.picture
    drawingTop: Theme.questionTop + Theme.mm(4.4)
    drawingWidth: root.wide || root.picture === null ? 0 : Theme.mm(137.4)

    Notice {
        id: wrong

        height: implicitHeight
        notice: root.wrong
        width: root.side
        y: root.wide ? fields.height + Theme.mm(8) : 0
    }

    RunFields {
        id: fields

        readonly property real room: keys.y - wrong.height

        height: root.wide ? root.cellHeight : Math.min(root.cellHeight, room - Theme.mm(8))
        run: root.run
        width: root.paper.width
        wrong: root.bad
        y: root.wide ? 0 : Math.round(wrong.height + (room - height) * (wrong.says ? 0.5 : 0.4))
    }

    Loader {
        readonly property real room: others.y - y - Theme.mm(6)

        active: root.wide && root.picture !== null
        height: width * 0.64
        sourceComponent: root.picture
        visible: room > Theme.mm(30)
        width: Math.min(root.side, room / 0.64)
        x: Math.round((root.side - width) / 2)
        y: (wrong.says ? wrong.y + wrong.height : fields.height) + Theme.mm(8)
    }

    Item {
        id: keys

        height: root.wide ? send.y - Theme.mm(6.6) - y : 4 * Theme.touch(Theme.small ? 26 : 33.2) + 3 * Theme.gap
        width: root.padWidth
        x: root.keysLeft
        y: root.wide ? fields.height + Theme.mm(8) : others.y - height - Theme.mm(5.5)

        Loader {
            id: pad

            anchors.fill: parent
            sourceComponent: root.pad
        }
    }

    Item {
        id: others

        readonly property int count: root.ways.length
        readonly property real each: root.wide ? width : (width - (count - 1) * Theme.gap) / Math.max(1, count)
        readonly property real row: Math.max(...Array.from({ length: way.count }, (_, index) => way.itemAt(index)?.implicitHeight ?? 0))

        height: root.wide ? count * row + (count - 1) * Theme.gap : row
        width: root.side
        y: (root.wide ? root.paper.height : send.y - Theme.mm(5.5)) - height

        Repeater {
            id: way

            model: root.ways.length

            SecondaryButton {
                required property int index

                button: root.ways[index].button
                event: root.ways[index].event
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
        width: root.padWidth
        x: root.keysLeft
        y: root.paper.height - height
        onActed: (event, payload) => root.act(event, payload)
    }
}
