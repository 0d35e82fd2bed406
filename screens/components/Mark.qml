pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// The neutral mark: an arch with an arch cut out, and the dot on its threshold.
Item {
    id: root

    property color ink: Theme.colors.onZone
    property color ground: Theme.colors.zone

    Accessible.ignored: true
    implicitHeight: Math.round(root.width * 62 / 54)

    Arch {
        anchors.fill: parent
        color: root.ink
    }

    Arch {
        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        color: root.ground
        height: Math.round(root.width * 48 / 54)
        width: Math.round(root.width * 26 / 54)
    }

    Dot {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Math.round(root.width * 2 / 54)
        anchors.horizontalCenter: parent.horizontalCenter
        ringed: false
        width: Math.round(root.width * 19 / 54)
    }
}
