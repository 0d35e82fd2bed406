pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import "../theme"

// The kiosk as the person before it sees it, with the one place to look at in yellow. Where things are comes from
// the settings. Drawn 960 wide; the shelf keeps its shape, the screen above it takes what height is left.
Item {
    id: root

    // "reader": put the card there; "slot": take the paper there.
    required property string look
    required property string readerSide
    required property string slotSide
    property string here: ""

    readonly property bool toReader: root.look === "reader"
    readonly property real u: Math.min(root.width / 960, root.height / 520)
    readonly property real drawnLeft: (root.width - 960 * root.u) / 2
    readonly property real shelfTop: root.height - 444 * root.u
    readonly property bool both: root.readerSide !== root.slotSide
    readonly property color line: Theme.colors.artOutline
    readonly property real lineWidth: Theme.colors.outlined ? Theme.line : 0

    // One thing moves 40 pixels, three times, and rests.
    property real move: 0

    function at(side: string, x: real, width: real): real {
        return root.drawnLeft + (side === "right" ? x : 960 - x - width) * root.u
    }

    Accessible.ignored: true
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    SequentialAnimation {
        loops: Animation.Infinite
        running: root.visible && !Theme.calm

        SequentialAnimation {
            loops: 3

            NumberAnimation {
                duration: 350
                easing.type: Easing.InOutSine
                property: "move"
                target: root
                to: 1
            }

            NumberAnimation {
                duration: 350
                easing.type: Easing.InOutSine
                property: "move"
                target: root
                to: 0
            }
        }

        PauseAnimation {
            duration: 4000
        }
    }

    Rectangle {
        anchors.fill: parent
        border.color: Theme.colors.outlined ? Theme.colors.outline : Theme.colors.rule
        border.width: Theme.line
        color: Theme.colors.artGround
        radius: Theme.rowRadius
    }

    // The screen.
    Rectangle {
        border.color: root.line
        border.width: root.lineWidth
        bottomLeftRadius: 26 * root.u
        bottomRightRadius: 26 * root.u
        color: Theme.colors.outlined ? Theme.colors.artGround : Theme.colors.artInk
        height: root.shelfTop - y
        width: 720 * root.u
        x: root.drawnLeft + 120 * root.u
        y: Theme.line
    }

    Rectangle {
        border.color: root.line
        border.width: root.lineWidth
        bottomLeftRadius: 10 * root.u
        bottomRightRadius: 10 * root.u
        clip: true
        color: Theme.colors.artScreen
        height: root.shelfTop - 30 * root.u - y
        width: 660 * root.u
        x: root.drawnLeft + 150 * root.u
        y: Theme.line

        Repeater {
            model: [[40, 100], [346, 100]]

            Rectangle {
                required property var modelData

                border.color: root.line
                border.width: root.lineWidth
                color: Theme.colors.artButton
                height: 60 * root.u
                radius: 12 * root.u
                visible: y > 0
                width: 274 * root.u
                x: modelData[0] * root.u
                y: parent.height - modelData[1] * root.u - 56 * root.u
            }
        }

        Rectangle {
            border.color: root.line
            border.width: root.lineWidth
            color: Theme.colors.artSand
            height: 44 * root.u
            radius: 12 * root.u
            width: 580 * root.u
            x: 40 * root.u
            y: parent.height - 76 * root.u
        }
    }

    // The shelf, nearer at its lower end.
    Shape {
        anchors.fill: parent
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            fillColor: Theme.colors.artShade
            strokeColor: root.lineWidth > 0 ? root.line : "transparent"
            strokeWidth: root.lineWidth > 0 ? root.lineWidth : -1
            startX: root.drawnLeft + 120 * root.u
            startY: root.shelfTop

            PathLine { x: root.drawnLeft + 840 * root.u; y: root.shelfTop }
            PathLine { x: root.drawnLeft + 844 * root.u; y: root.shelfTop + 34 * root.u }
            PathLine { x: root.drawnLeft + 116 * root.u; y: root.shelfTop + 34 * root.u }
            PathLine { x: root.drawnLeft + 120 * root.u; y: root.shelfTop }
        }

        ShapePath {
            fillColor: Theme.colors.artShelf
            strokeColor: root.lineWidth > 0 ? root.line : "transparent"
            strokeWidth: root.lineWidth > 0 ? root.lineWidth : -1
            startX: root.drawnLeft + 116 * root.u
            startY: root.shelfTop + 34 * root.u

            PathLine { x: root.drawnLeft + 844 * root.u; y: root.shelfTop + 34 * root.u }
            PathLine { x: root.drawnLeft + 894 * root.u; y: root.height - Theme.line }
            PathLine { x: root.drawnLeft + 66 * root.u; y: root.height - Theme.line }
            PathLine { x: root.drawnLeft + 116 * root.u; y: root.shelfTop + 34 * root.u }
        }
    }

    // The slot, small beside the reader, or large with the paper coming out.
    Item {
        id: slot

        readonly property real k: root.toReader ? 0.6 * root.u : root.u
        readonly property real widthNow: 412 * k

        visible: root.both || !root.toReader
        width: widthNow
        x: root.at(root.slotSide, root.toReader ? 525 : 385, root.toReader ? 247 : 412)
        y: root.shelfTop + (root.toReader ? 96 : 70) * root.u

        Rectangle {
            color: Theme.colors.here
            height: 54 * slot.k
            radius: height / 2
            visible: !root.toReader
            width: parent.width
            y: -4 * slot.k
        }

        Rectangle {
            color: Theme.colors.artInk
            height: 34 * slot.k
            radius: height / 2
            width: parent.width - 20 * slot.k
            x: 10 * slot.k
            y: 6 * slot.k
        }

        Item {
            clip: true
            height: 320 * slot.k
            width: 332 * slot.k
            x: 40 * slot.k
            y: 22 * slot.k

            PaperDrawing {
                border.color: root.toReader && !Theme.colors.outlined ? Theme.colors.artPaper : Theme.colors.artInk
                border.width: root.toReader ? 1 : Math.max(2, 5 * slot.k)
                height: (root.toReader ? 130 : 270) * slot.k
                radius: 10 * slot.k
                width: parent.width
                y: -12 * slot.k - (root.toReader ? 0 : 40 * slot.k * root.move)
            }
        }
    }

    // The reader, with the card that is put there, or outlined when it is not what to look at.
    Rectangle {
        border.color: Theme.colors.artQuietLine
        border.width: Math.max(2, Math.round(4 * root.u))
        color: Theme.colors.artQuiet
        height: width
        radius: 22 * root.u
        visible: root.both && !root.toReader
        width: 164 * root.u
        x: root.at(root.readerSide, 640, 164)
        y: root.shelfTop + 92 * root.u
    }

    ReaderDrawing {
        id: reader

        away: 40 * root.u * root.move
        height: width
        outlined: true
        visible: root.toReader
        width: 318 * root.u
        x: root.at(root.readerSide, 486, 318)
        y: root.shelfTop + 84 * root.u
    }

    // The word and the arrow that points to the reader.
    Shape {
        id: arrow

        readonly property bool rightward: root.readerSide === "right"
        readonly property real tip: rightward ? width : 0
        readonly property real neck: rightward ? width - 62 * root.u : 62 * root.u
        readonly property real tail: rightward ? 0 : width

        height: 104 * root.u
        preferredRendererType: Shape.CurveRenderer
        visible: root.toReader && root.here !== ""
        width: word.implicitWidth + 132 * root.u
        x: rightward ? reader.x - width - 22 * root.u : reader.x + reader.width + 22 * root.u
        y: root.shelfTop + 274 * root.u

        ShapePath {
            fillColor: Theme.colors.artInk
            joinStyle: ShapePath.RoundJoin
            startX: arrow.tail
            startY: 0
            strokeColor: Theme.colors.artInk
            strokeWidth: 10 * root.u

            PathLine { x: arrow.neck; y: 0 }
            PathLine { x: arrow.tip; y: arrow.height / 2 }
            PathLine { x: arrow.neck; y: arrow.height }
            PathLine { x: arrow.tail; y: arrow.height }
            PathLine { x: arrow.tail; y: 0 }
        }

        Words {
            id: word

            color: Theme.colors.onArtInk
            font.pixelSize: Math.max(Theme.label.px, Math.round(52 * root.u))
            role: Theme.answer
            text: root.here
            wrapMode: Text.NoWrap
            x: Math.round((Math.min(arrow.tail, arrow.neck) + Math.max(arrow.tail, arrow.neck) - implicitWidth) / 2) + (arrow.rightward ? 1 : -1) * 8 * root.u
            y: Math.round((arrow.height - implicitHeight) / 2)
        }
    }

    // Take it.
    Shape {
        id: down

        height: 162 * root.u
        preferredRendererType: Shape.CurveRenderer
        visible: !root.toReader
        width: 164 * root.u
        x: slot.x + (slot.width - width) / 2
        y: root.height - height - 30 * root.u

        ShapePath {
            fillColor: Theme.colors.here
            joinStyle: ShapePath.MiterJoin
            startX: 46 * root.u
            startY: 0
            strokeColor: Theme.colors.outlined ? Theme.colors.artInk : Theme.colors.onHere
            strokeWidth: Math.max(2, 7 * root.u)

            PathLine { x: 118 * root.u; y: 0 }
            PathLine { x: 118 * root.u; y: 74 * root.u }
            PathLine { x: 164 * root.u; y: 74 * root.u }
            PathLine { x: 82 * root.u; y: 160 * root.u }
            PathLine { x: 0; y: 74 * root.u }
            PathLine { x: 46 * root.u; y: 74 * root.u }
            PathLine { x: 46 * root.u; y: 0 }
        }
    }
}
