pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// How one part of the kiosk is: what it is called, how it is, and a sign for it.
Rectangle {
    id: root

    required property var finding

    readonly property string kind: root.finding.kind
    readonly property color ink: root.kind === "done" ? Theme.colors.done : root.kind === "care" ? Theme.colors.care : Theme.colors.fault
    readonly property real pad: Theme.mm(5)

    Accessible.name: root.finding.spoken
    Accessible.role: Accessible.StaticText
    border.color: root.kind === "done" ? Theme.colors.rule : root.ink
    border.width: Theme.line
    color: root.kind === "done" ? Theme.colors.surface : root.kind === "care" ? Theme.colors.careFill : Theme.colors.faultFill
    implicitHeight: Math.max(Theme.mm(30), texts.implicitHeight + 2 * root.pad)
    radius: Theme.rowRadius

    Icon {
        id: icon

        anchors.left: parent.left
        anchors.leftMargin: root.pad
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.colors.ink
        name: root.finding.icon
        size: Theme.mm(12)
    }

    Column {
        id: texts

        anchors.left: icon.right
        anchors.leftMargin: Theme.mm(4)
        anchors.right: sign.left
        anchors.rightMargin: Theme.mm(3)
        anchors.verticalCenter: parent.verticalCenter

        Words {
            color: Theme.colors.inkQuiet
            role: Theme.least
            text: root.finding.name
            width: parent.width
        }

        Words {
            role: Theme.strongBody
            text: root.finding.value
            width: parent.width
        }
    }

    Icon {
        id: sign

        anchors.right: parent.right
        anchors.rightMargin: root.pad
        anchors.verticalCenter: parent.verticalCenter
        color: root.ink
        filled: true
        name: root.kind === "done" ? "check-circle" : root.kind === "care" ? "warning" : "warning-octagon"
        size: Theme.mm(10)
    }
}
