pragma ComponentBehavior: Bound

import QtQuick
import "../components"
import "../theme"

// The door is closed: where to go instead, and for the technician what is wrong.
ScreenFrame {
    id: root

    required property var for_staff

    readonly property bool told: root.for_staff.length > 0
    readonly property real doorBottom: root.sheetTop
    readonly property real doorTop: Theme.landscape ? Theme.mm(60) : Theme.mm(200)

    arcade: false
    footerHeight: 0
    leadRole: Theme.invitation
    sheetLeft: 0
    sheetTop: root.told ? root.height - staff.implicitHeight - Theme.sheetPad - Theme.mm(20) : root.height - Theme.mm(24)
    textWidth: Theme.landscape ? Theme.mm(270) : root.width - 2 * Theme.margin
    textBottom: Theme.landscape ? root.sheetTop - Theme.mm(10) : root.doorTop - Theme.mm(8)

    Item {
        height: root.height
        opacity: root.presence
        parent: root
        width: root.width
        z: -1

        Arch {
            id: door

            anchors.bottom: parent.bottom
            anchors.bottomMargin: root.height - root.doorBottom
            anchors.horizontalCenter: Theme.landscape ? undefined : parent.horizontalCenter
            anchors.right: Theme.landscape ? parent.right : undefined
            anchors.rightMargin: Theme.mm(70)
            border.color: Theme.colors.onZone
            border.width: Theme.colors.outlined ? Theme.line : 0
            color: Theme.colors.zoneArch
            height: Math.min(root.doorBottom - root.doorTop, width * 1.6)
            width: Theme.mm(130)

            Arch {
                id: leaves

                anchors.bottom: parent.bottom
                anchors.horizontalCenter: parent.horizontalCenter
                border.color: Theme.colors.onZone
                border.width: Theme.colors.outlined ? Theme.line : 0
                color: Theme.colors.zone
                height: parent.height - Theme.mm(20)
                width: parent.width - Theme.mm(40)

                Rectangle {
                    anchors.bottom: parent.bottom
                    anchors.horizontalCenter: parent.horizontalCenter
                    color: Theme.colors.outlined ? Theme.colors.onZone : Theme.colors.zoneArch
                    height: parent.height
                    width: Theme.strong
                }
            }
        }

        Dot {
            anchors.bottom: door.bottom
            anchors.bottomMargin: Theme.mm(3)
            anchors.right: door.left
            anchors.rightMargin: Theme.mm(14)
            ringed: false
            width: Theme.mm(26)
        }
    }

    Column {
        id: staff

        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.mm(4)
        visible: root.told

        Repeater {
            model: root.for_staff.length

            Item {
                id: line

                required property int index

                implicitHeight: Math.max(wrench.height, words.implicitHeight)
                width: staff.width

                Icon {
                    id: wrench

                    color: Theme.colors.inkQuiet
                    name: "wrench"
                    size: Theme.mm(9)
                }

                Words {
                    id: words

                    anchors.left: wrench.right
                    anchors.leftMargin: Theme.mm(5)
                    anchors.right: parent.right
                    color: Theme.colors.inkQuiet
                    role: Theme.least
                    text: root.for_staff[line.index] ?? ""
                }
            }
        }
    }
}
