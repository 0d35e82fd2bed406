pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import "../components"
import "../theme"

// The seconds left, and a ring of them; in calm mode the number only.
Item {
    id: root

    required property int seconds
    required property int total

    readonly property real stroke: Theme.mm(7.2)
    readonly property real radius: (root.width - root.stroke) / 2

    Accessible.name: root.seconds
    Accessible.role: Accessible.StaticText
    implicitHeight: root.width

    component Ring: ShapePath {
        id: ring

        required property real part

        capStyle: ShapePath.RoundCap
        fillColor: "transparent"
        strokeWidth: root.stroke

        PathAngleArc {
            centerX: root.width / 2
            centerY: root.width / 2
            radiusX: root.radius
            radiusY: root.radius
            startAngle: -90
            sweepAngle: 360 * ring.part
        }
    }

    Shape {
        anchors.fill: parent
        preferredRendererType: Shape.CurveRenderer
        visible: !Theme.calm

        Ring {
            part: 1
            strokeColor: Theme.colors.trough
        }

        Ring {
            part: root.seconds / Math.max(1, root.total)
            strokeColor: Theme.colors.action
        }
    }

    Words {
        anchors.centerIn: parent
        font.features: { "tnum": 1 }
        role: Theme.countdown
        text: root.seconds
        wrapMode: Text.NoWrap
    }
}
