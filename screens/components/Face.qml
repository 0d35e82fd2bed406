pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import "../theme"

// A face of five, without brows; yellow when chosen.
Item {
    id: root

    // From 1, very badly, to 5, very well.
    required property int mood
    property bool chosen: false

    readonly property real u: root.width / 136
    readonly property color ink: root.chosen ? Theme.colors.onHere : Theme.colors.ink
    // How far the middle of the mouth lies below its ends.
    readonly property real curve: [-40, -22, 0, 24, 0][root.mood - 1] * root.u

    Accessible.ignored: true
    implicitHeight: root.width

    Rectangle {
        anchors.fill: parent
        border.color: root.ink
        border.width: Math.max(2, Math.round(7 * root.u))
        color: root.chosen ? Theme.colors.here : Theme.colors.surface
        radius: width / 2
    }

    Repeater {
        model: [47, 89]

        Rectangle {
            required property int modelData

            color: root.ink
            height: width
            radius: width / 2
            width: 16 * root.u
            x: modelData * root.u - width / 2
            y: (root.mood === 5 ? 50 : 52) * root.u
        }
    }

    Shape {
        anchors.fill: parent
        preferredRendererType: Shape.CurveRenderer
        visible: root.mood < 5

        ShapePath {
            capStyle: ShapePath.RoundCap
            fillColor: "transparent"
            startX: (root.mood === 1 ? 34 : root.mood === 3 ? 40 : 39) * root.u
            startY: (root.mood === 1 ? 105 : root.mood === 2 ? 98 : root.mood === 3 ? 92 : 88) * root.u
            strokeColor: root.ink
            strokeWidth: 8 * root.u

            PathQuad {
                controlX: 68 * root.u
                relativeControlY: root.curve
                x: (root.mood === 1 ? 102 : root.mood === 3 ? 96 : 97) * root.u
                relativeY: 0
            }
        }
    }

    Shape {
        anchors.fill: parent
        preferredRendererType: Shape.CurveRenderer
        visible: root.mood === 5

        ShapePath {
            fillColor: root.ink
            joinStyle: ShapePath.RoundJoin
            startX: 33 * root.u
            startY: 80 * root.u
            strokeColor: root.ink
            strokeWidth: 6 * root.u

            PathLine {
                relativeY: 0
                x: 103 * root.u
            }

            PathQuad {
                controlX: 94 * root.u
                controlY: 106 * root.u
                x: 68 * root.u
                y: 107 * root.u
            }

            PathQuad {
                controlX: 42 * root.u
                controlY: 106 * root.u
                x: 33 * root.u
                y: 80 * root.u
            }
        }
    }
}
