pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// A card on its way into the slot of a reader with contacts: chip first, facing up.
Rectangle {
    id: root

    readonly property real u: Math.min(root.width / 960, root.height / 640)
    readonly property real line: Math.max(2, Math.round(4 * root.u))

    // The card moves 40 pixels, three times, and rests.
    property real move: 0

    Accessible.ignored: true
    border.color: Theme.colors.outlined ? Theme.colors.outline : Theme.colors.rule
    border.width: Theme.line
    color: Theme.colors.artGround
    radius: Theme.rowRadius

    SequentialAnimation {
        loops: Animation.Infinite
        running: root.visible && !Theme.calm

        SequentialAnimation {
            loops: 3

            NumberAnimation {
                duration: 350
                easing.type: Easing.InOutSine
                property: "move"
                target: root
                to: 1
            }

            NumberAnimation {
                duration: 350
                easing.type: Easing.InOutSine
                property: "move"
                target: root
                to: 0
            }
        }

        PauseAnimation {
            duration: 4000
        }
    }

    // The reader, and its slot in yellow.
    Rectangle {
        id: reader

        anchors.horizontalCenter: parent.horizontalCenter
        border.color: Theme.colors.artOutline
        border.width: Theme.colors.outlined ? Theme.line : 0
        bottomLeftRadius: 26 * root.u
        bottomRightRadius: 26 * root.u
        color: Theme.colors.outlined ? Theme.colors.artGround : Theme.colors.artInk
        height: 176 * root.u
        width: 620 * root.u
        y: Theme.line

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            border.color: Theme.colors.artInk
            border.width: Theme.colors.outlined ? Theme.line : 0
            color: Theme.colors.here
            height: 58 * root.u
            radius: height / 2
            width: 460 * root.u
            y: parent.height - 96 * root.u

            Rectangle {
                anchors.centerIn: parent
                color: Theme.colors.artInk
                height: 22 * root.u
                radius: height / 2
                width: parent.width - 44 * root.u
            }
        }
    }

    // What of the card is not in the slot yet.
    Item {
        anchors.horizontalCenter: parent.horizontalCenter
        clip: true
        height: root.height - y - Theme.line
        width: 372 * root.u
        y: reader.y + reader.height - 68 * root.u

        Rectangle {
            id: card

            border.color: Theme.colors.artInk
            border.width: root.line
            color: Theme.colors.artPaper
            height: 560 * root.u
            radius: 22 * root.u
            width: parent.width
            y: -60 * root.u + (40 * root.u) * (1 - root.move)

            // The chip.
            Rectangle {
                border.color: Theme.colors.artInk
                border.width: root.line
                color: Theme.colors.here
                height: 96 * root.u
                radius: 14 * root.u
                width: 78 * root.u
                x: (parent.width - width) / 2
                y: 96 * root.u

                Rectangle {
                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.colors.artInk
                    height: root.line
                    width: parent.width
                }

                Rectangle {
                    anchors.horizontalCenter: parent.horizontalCenter
                    color: Theme.colors.artInk
                    height: parent.height
                    width: root.line
                }
            }

            Repeater {
                model: [252, 220, 252]

                Stroke {
                    required property int index
                    required property real modelData

                    color: Theme.colors.artLine
                    height: 16 * root.u
                    width: modelData * root.u
                    x: 60 * root.u
                    y: (260 + index * 52) * root.u
                }
            }
        }
    }
}
