pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// One line to type a number into, with its prefix before it. Always left to right.
Item {
    id: root

    required property string prefix
    required property string number
    property bool wrong: false

    Accessible.name: root.prefix + " " + root.number
    Accessible.role: Accessible.StaticText
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    Rectangle {
        anchors.fill: parent
        border.color: root.wrong && root.number === "" ? Theme.colors.fault : Theme.colors.action
        border.width: root.wrong && root.number === "" ? Theme.strong : Theme.mm(1.9)
        color: Theme.colors.surface
        radius: Theme.rowRadius
    }

    Words {
        id: prefix

        anchors.left: parent.left
        anchors.leftMargin: Theme.mm(11)
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.colors.inkQuiet
        font.pixelSize: number.shown
        role: Theme.digit
        text: root.prefix
        wrapMode: Text.NoWrap
    }

    Rectangle {
        id: bar

        anchors.left: prefix.right
        anchors.leftMargin: Theme.mm(7)
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.colors.rule
        height: Math.round(parent.height * 0.6)
        width: Theme.bold
    }

    Words {
        id: number

        readonly property int shown: Math.min(Theme.digit.px, Math.round(root.width * 0.088))

        anchors.left: bar.right
        anchors.leftMargin: Theme.mm(7)
        anchors.verticalCenter: parent.verticalCenter
        font.features: { "tnum": 1 }
        font.pixelSize: shown
        role: Theme.digit
        text: root.number
        wrapMode: Text.NoWrap
    }

    Rectangle {
        anchors.left: number.right
        anchors.leftMargin: root.number === "" ? 0 : Theme.mm(2)
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.colors.action
        height: Math.round(parent.height * 0.52)
        width: Theme.bold
    }
}
