pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import "../theme"

// The reader seen from above, with a card on it.
Item {
    id: root

    // How far the card is from its place.
    property real away: 0
    property bool card: true
    property bool outlined: false

    readonly property real u: root.width / 316

    Accessible.ignored: true
    implicitHeight: root.width

    component Wave: ShapePath {
        capStyle: ShapePath.RoundCap
        fillColor: "transparent"
        strokeColor: Theme.colors.onHere
        strokeWidth: Math.max(2, 11 * root.u)
    }

    Rectangle {
        anchors.fill: parent
        border.color: Theme.colors.outlined ? Theme.colors.artInk : Theme.colors.onHere
        border.width: root.outlined || Theme.colors.outlined ? Math.max(2, Math.round(7 * root.u)) : 0
        color: Theme.colors.here
        radius: 36 * root.u
    }

    Shape {
        anchors.fill: parent
        preferredRendererType: Shape.CurveRenderer

        Wave {
            PathAngleArc {
                centerX: 158 * root.u
                centerY: 272 * root.u
                radiusX: 72 * root.u
                radiusY: 72 * root.u
                startAngle: 200
                sweepAngle: 140
            }
        }

        Wave {
            PathAngleArc {
                centerX: 158 * root.u
                centerY: 272 * root.u
                radiusX: 40 * root.u
                radiusY: 40 * root.u
                startAngle: 195
                sweepAngle: 150
            }
        }
    }

    Rectangle {
        color: Theme.colors.onHere
        height: width
        radius: width / 2
        width: 21 * root.u
        x: 158 * root.u - width / 2
        y: 272 * root.u
    }

    CardDrawing {
        height: implicitHeight
        visible: root.card
        width: 264 * root.u
        x: 26 * root.u
        y: 30 * root.u - root.away
    }
}
