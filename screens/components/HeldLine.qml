pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// For how long an hour is held. Takes no room when none is.
Item {
    id: root

    required property string held

    Accessible.name: words.marked.replace(/\*\*/g, "")
    Accessible.role: Accessible.StaticText
    implicitHeight: root.visible ? Math.max(icon.height, words.implicitHeight) : 0
    visible: root.held !== ""

    Icon {
        id: icon

        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.colors.inkQuiet
        name: "timer"
        size: Theme.mm(12)
    }

    MarkedWords {
        id: words

        anchors.left: icon.right
        anchors.leftMargin: Theme.mm(5)
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.colors.inkQuiet
        font.features: { "tnum": 1 }
        marked: root.held
        role: Theme.body
    }
}
