pragma ComponentBehavior: Bound

import QtQuick
import "../components"
import "../theme"

// True progress: the paper comes out as far as the printer has said.
ScreenFrame {
    id: root

    required property string sheet
    required property int percent
    required property string promise

    readonly property real mouthHeight: Theme.mm(33)
    readonly property real slotTop: Theme.mm(18)
    readonly property real paperRoom: panel.y - Theme.mm(16) - root.slotTop
    readonly property real paperWidth: Math.min(root.paper.width * 0.62, root.paperRoom * 1.36)
    readonly property real paperHeight: root.paperWidth * 0.735

    arcade: Theme.landscape

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        bottomLeftRadius: Theme.cardRadius
        bottomRightRadius: Theme.cardRadius
        border.color: Theme.colors.artOutline
        border.width: Theme.colors.outlined ? Theme.line : 0
        color: Theme.colors.outlined ? Theme.colors.artGround : Theme.colors.artInk
        height: root.mouthHeight
        topLeftRadius: Theme.mm(2)
        topRightRadius: Theme.mm(2)
        width: root.paperWidth * 1.48

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.colors.outlined ? Theme.colors.artInk : "black"
            height: Theme.mm(6)
            radius: height / 2
            width: root.paperWidth * 1.16
            y: root.slotTop - height / 2
        }
    }

    Item {
        anchors.horizontalCenter: parent.horizontalCenter
        clip: true
        height: root.paperRoom
        width: root.paperWidth
        y: root.slotTop

        PaperDrawing {
            readonly property real out: 0.16 + 0.84 * Math.min(100, root.percent) / 100

            height: root.paperHeight
            line: Theme.colors.artLine
            width: parent.width
            y: -Math.round((1 - out) * height)

            Behavior on y {
                enabled: !Theme.calm

                NumberAnimation {
                    duration: 120
                }
            }
        }
    }

    Panel {
        id: panel

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.landscape ? 0 : Theme.mm(30)
        anchors.left: parent.left
        anchors.right: parent.right
        height: bar.implicitHeight + Theme.mm(6.6) + promise.implicitHeight + 2 * pad

        Progress {
            id: bar

            anchors.left: parent.left
            anchors.right: parent.right
            percent: root.percent
            title: root.sheet
        }

        MarkedWords {
            id: promise

            anchors.left: parent.left
            room: parent.width
            anchors.top: bar.bottom
            anchors.topMargin: Theme.mm(6.6)
            color: Theme.colors.inkQuiet
            marked: root.promise
            role: Theme.body
        }
    }
}
