pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// One part of a trouble: what happened, what is safe or not done, or what to do now.
Rectangle {
    id: root

    required property var part

    readonly property string kind: root.part.kind
    readonly property real least: Math.max(plate.implicitHeight, column.implicitHeight) + Theme.mm(11)

    Accessible.name: [root.part.title, root.part.strong, root.part.text].filter(part => part !== "").join(". ")
    Accessible.role: Accessible.StaticText
    border.color: Theme.colors.rule
    border.width: Theme.line
    color: Theme.colors.surface
    implicitHeight: root.least
    radius: Theme.cardRadius

    ArchPlate {
        id: plate

        anchors.left: parent.left
        anchors.leftMargin: Theme.mm(10)
        anchors.verticalCenter: parent.verticalCenter
        fill: root.kind === "now" ? Theme.colors.action : root.kind === "what" ? Theme.colors.fault : Theme.colors.done
        icon: root.kind === "now" ? "bell-ringing" : root.kind === "what" ? "warning" : "shield-check"
        implicitWidth: Theme.mm(26.6)
        line: root.kind === "now" ? Theme.colors.onAction : Theme.colors.onState
    }

    Column {
        id: column

        anchors.left: plate.right
        anchors.leftMargin: Theme.mm(9)
        anchors.right: parent.right
        anchors.rightMargin: Theme.mm(9)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.mm(1.4)

        Words {
            role: Theme.panelTitle
            text: root.part.title
            width: parent.width
        }

        MarkedWords {
            marked: root.part.strong === "" ? root.part.text : "**" + root.part.strong + "** " + root.part.text
            role: Theme.panel
            room: parent.width
        }
    }
}
