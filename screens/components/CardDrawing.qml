pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// An identity card without words; the only figures are those to be copied, and they are nobody's.
Item {
    id: root

    // The number stands out: it is what to copy.
    property bool pointed: false

    readonly property real u: root.width / 496

    Accessible.ignored: true
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true
    implicitHeight: Math.round(root.width * 0.63)

    Rectangle {
        anchors.fill: parent
        color: Theme.colors.artPaper
        radius: 20 * root.u
    }

    Rectangle {
        color: Theme.colors.artTint
        height: 62 * root.u
        topLeftRadius: 20 * root.u
        topRightRadius: 20 * root.u
        width: parent.width
    }

    Rectangle {
        border.color: Theme.colors.artInk
        border.width: Math.max(2, Math.round(4 * root.u))
        color: "transparent"
        height: parent.height
        radius: 20 * root.u
        width: parent.width
    }

    Stroke {
        color: Theme.colors.artBlue
        height: 22 * root.u
        radius: 5 * root.u
        width: 144 * root.u
        x: 26 * root.u
        y: 22 * root.u
    }

    Stroke {
        color: Theme.colors.artAccent
        height: 14 * root.u
        width: 184 * root.u
        x: 187 * root.u
        y: 26 * root.u
    }

    Item {
        clip: true
        height: 166 * root.u
        width: 131 * root.u
        x: 26 * root.u
        y: 86 * root.u

        Rectangle {
            anchors.fill: parent
            border.color: Theme.colors.artOutline
            border.width: Theme.colors.outlined ? Math.max(1, 3 * root.u) : 0
            color: Theme.colors.artFrame
            radius: 8 * root.u
        }

        Rectangle {
            color: Theme.colors.artFigure
            height: width
            radius: width / 2
            width: 66 * root.u
            x: 32 * root.u
            y: 27 * root.u
        }

        Rectangle {
            color: Theme.colors.artFigure
            height: 120 * root.u
            radius: width / 2
            width: 108 * root.u
            x: 11 * root.u
            y: 98 * root.u
        }
    }

    Repeater {
        model: [[182, 90, 193], [182, 124, 144], [182, 158, 169], [182, 192, 86], [286, 192, 89], [26, 272, 183]]

        Stroke {
            required property var modelData

            height: (modelData[1] === 272 ? 15 : 17) * root.u
            width: modelData[2] * root.u
            x: modelData[0] * root.u
            y: modelData[1] * root.u
        }
    }

    Rectangle {
        id: chip

        border.color: Theme.colors.artChipLine
        border.width: Math.max(1, Math.round(3 * root.u))
        color: Theme.colors.artChip
        height: 54 * root.u
        radius: 10 * root.u
        width: 66 * root.u
        x: 400 * root.u
        y: 106 * root.u

        Repeater {
            model: [[0, 25, 22, 3], [44, 25, 22, 3], [21, 0, 3, 54], [43, 0, 3, 54]]

            Rectangle {
                required property var modelData

                color: chip.border.color
                height: Math.max(1, modelData[3] * root.u)
                width: Math.max(1, modelData[2] * root.u)
                x: modelData[0] * root.u
                y: modelData[1] * root.u
            }
        }
    }

    Rectangle {
        border.color: Theme.colors.outlined ? Theme.colors.artInk : Theme.colors.onHere
        border.width: Math.max(2, Math.round(5 * root.u))
        color: Theme.colors.here
        height: 62 * root.u
        radius: 16 * root.u
        visible: root.pointed
        width: 184 * root.u
        x: 303 * root.u
        y: root.height - 73 * root.u
    }

    Words {
        color: root.pointed ? Theme.colors.onHere : Theme.colors.artInk
        font.letterSpacing: 1.5 * root.u
        font.pixelSize: Math.max(6, Math.round((root.pointed ? 37 : 30) * root.u))
        role: Theme.digit
        text: "123 456"
        wrapMode: Text.NoWrap
        x: (395 * root.u) - width / 2
        y: root.height - 42 * root.u - height / 2
    }
}
