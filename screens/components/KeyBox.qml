pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// What can be pressed looks like a key: an outline and a thick lower edge; it goes down when pressed.
Item {
    id: root

    required property real radius
    property color fill: Theme.colors.surface
    property color line: Theme.colors.outline
    property real border: Theme.line
    property real edge: Theme.edge
    property bool down: false
    property bool off: false

    default property alias content: face.data

    readonly property real pressedEdge: Math.min(root.edge, root.border)
    readonly property real lower: root.down ? root.pressedEdge : root.edge

    Rectangle {
        anchors.fill: parent
        anchors.topMargin: root.down ? root.edge - root.pressedEdge : 0
        color: root.line
        radius: root.radius
        visible: !root.off
    }

    Rectangle {
        anchors.bottomMargin: root.lower
        anchors.fill: parent
        anchors.leftMargin: root.border
        anchors.rightMargin: root.border
        anchors.topMargin: root.border + (root.down ? root.edge - root.pressedEdge : 0)
        color: root.fill
        radius: root.radius - root.border
        visible: !root.off

        Behavior on color {
            enabled: !root.down && !Theme.calm

            ColorAnimation {
                duration: 80
            }
        }
    }

    Loader {
        active: root.off
        anchors.fill: parent

        sourceComponent: DashedBorder {
            radius: root.radius
            stroke: root.border > 0 ? root.border : Theme.bold
        }
    }

    Item {
        id: face

        anchors.bottomMargin: root.off ? 0 : root.lower
        anchors.fill: parent
        anchors.topMargin: root.down ? root.edge - root.pressedEdge : 0
    }
}
