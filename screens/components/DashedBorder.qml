pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import "../theme"

// The dashed outline of what is unavailable.
Shape {
    id: root

    required property real radius
    property real upperRadius: root.radius
    property color fill: Theme.colors.off
    property color line: Theme.colors.offOutline
    property real stroke: Theme.line

    preferredRendererType: Shape.CurveRenderer

    ShapePath {
        dashPattern: [Theme.mm(1.9) / root.stroke, Theme.mm(1.3) / root.stroke]
        fillColor: root.fill
        strokeColor: root.line
        strokeStyle: ShapePath.DashLine
        strokeWidth: root.stroke

        PathRectangle {
            bottomLeftRadius: root.radius
            bottomRightRadius: root.radius
            height: root.height - root.stroke
            topLeftRadius: root.upperRadius
            topRightRadius: root.upperRadius
            width: root.width - root.stroke
            x: root.stroke / 2
            y: root.stroke / 2
        }
    }
}
