pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// The page of a passport, or the back of a card, and where in its lines stands what is to be copied.
// The letters are those of the specimen of ICAO 9303: nobody's.
Item {
    id: root

    required property string document
    // number, birth or expiry.
    required property string mark

    readonly property real u: root.width / 496
    readonly property bool card: root.document === "card"
    readonly property int columns: root.card ? 30 : 44
    readonly property int rows: root.card ? 3 : 2
    readonly property real column: 452 * root.u / root.columns
    readonly property real rowHeight: (root.card ? 34 : 38) * root.u
    readonly property real linesLeft: 22 * root.u
    readonly property real linesTop: root.height - 18 * root.u - root.rows * root.rowHeight
    // Row, first column and length of the run (ICAO 9303-4 and 9303-5, 4.2.2).
    readonly property var place: ({
            passport: { number: [1, 0, 10], birth: [1, 13, 7], expiry: [1, 21, 7] },
            card: { number: [0, 5, 10], birth: [1, 0, 7], expiry: [1, 8, 7] }
        })[root.document][root.mark]
    readonly property string sample: ({ number: "L898902C36", birth: "7408122", expiry: "1204159" })[root.mark]

    readonly property real stem: Math.max(3, Math.round(5 * root.u))
    readonly property real elbow: Math.round(root.linesTop - 14 * root.u)
    readonly property real markedMiddle: Math.round(marked.x + marked.width / 2 - root.stem / 2)
    readonly property real plateMiddle: Math.round(Math.max(plate.x + 2 * plate.radius, Math.min(root.markedMiddle, plate.x + plate.width - 2 * plate.radius)))

    Accessible.ignored: true
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true
    implicitHeight: Math.round(root.width * 0.64)

    Rectangle {
        anchors.fill: parent
        border.color: Theme.colors.artInk
        border.width: Math.max(2, Math.round(4 * root.u))
        color: Theme.colors.artPaper
        radius: 20 * root.u
    }

    // The photo stands on a passport's page only.
    Item {
        clip: true
        height: root.linesTop - 40 * root.u
        visible: !root.card
        width: 116 * root.u
        x: 26 * root.u
        y: 24 * root.u

        Rectangle {
            anchors.fill: parent
            border.color: Theme.colors.artOutline
            border.width: Theme.colors.outlined ? Math.max(1, 3 * root.u) : 0
            color: Theme.colors.artFrame
            radius: 8 * root.u
        }

        Rectangle {
            color: Theme.colors.artFigure
            height: width
            radius: width / 2
            width: 58 * root.u
            x: 29 * root.u
            y: 30 * root.u
        }

        Rectangle {
            color: Theme.colors.artFigure
            height: 120 * root.u
            radius: width / 2
            width: 96 * root.u
            x: 10 * root.u
            y: 96 * root.u
        }
    }

    Repeater {
        model: root.card ? [[26, 28, 150], [26, 58, 96]] : [[166, 28, 150], [166, 56, 96]]

        Stroke {
            required property var modelData

            height: 15 * root.u
            width: modelData[2] * root.u
            x: modelData[0] * root.u
            y: modelData[1] * root.u
        }
    }

    // What is to be copied, as it stands in its line, and large.
    Rectangle {
        id: marked

        border.color: Theme.colors.outlined ? Theme.colors.artInk : Theme.colors.onHere
        border.width: Math.max(2, Math.round(4 * root.u))
        color: Theme.colors.here
        height: root.rowHeight
        radius: 8 * root.u
        width: root.place[2] * root.column + 8 * root.u
        x: root.linesLeft + root.place[1] * root.column - 5 * root.u
        y: root.linesTop + root.place[0] * root.rowHeight - 2 * root.u
    }

    // From the one to the other.
    Rectangle {
        color: Theme.colors.artInk
        height: root.elbow - y + width
        width: root.stem
        x: root.plateMiddle
        y: plate.y + plate.height - 1
    }

    Rectangle {
        color: Theme.colors.artInk
        height: root.stem
        width: Math.abs(root.plateMiddle - root.markedMiddle) + height
        x: Math.min(root.plateMiddle, root.markedMiddle)
        y: root.elbow
    }

    Rectangle {
        color: Theme.colors.artInk
        height: marked.y - y + 1
        width: root.stem
        x: root.markedMiddle
        y: root.elbow
    }

    Repeater {
        model: root.rows * root.columns

        Rectangle {
            required property int index

            readonly property int line: Math.floor(index / root.columns)
            readonly property int at: index % root.columns
            readonly property bool copied: line === root.place[0] && at >= root.place[1] && at < root.place[1] + root.place[2]

            color: copied ? Theme.colors.onHere : Theme.colors.artLine
            height: Math.round(root.rowHeight * 0.5)
            radius: 2 * root.u
            width: Math.max(2, Math.round(root.column * 0.58))
            x: Math.round(root.linesLeft + at * root.column + root.column * 0.1)
            y: Math.round(root.linesTop + line * root.rowHeight + root.rowHeight * 0.2)
        }
    }

    Rectangle {
        id: plate

        border.color: marked.border.color
        border.width: marked.border.width
        color: Theme.colors.here
        height: 66 * root.u
        radius: 16 * root.u
        width: (root.sample.length * 29 + 36) * root.u
        x: root.card ? Math.min(Math.max(26 * root.u, marked.x + marked.width / 2 - width / 2), root.width - width - 22 * root.u) : root.width - width - 22 * root.u
        y: (root.card ? 92 : 96) * root.u

        Words {
            anchors.centerIn: parent
            color: Theme.colors.onHere
            font.family: Theme.exact
            font.letterSpacing: 3 * root.u
            font.pixelSize: Math.max(6, Math.round(44 * root.u))
            role: Theme.digit
            text: root.sample
            wrapMode: Text.NoWrap
        }
    }
}
