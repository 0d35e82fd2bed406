pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// An icon in an arch; hollow and dashed where the thing cannot be had.
Item {
    id: root

    required property string icon
    property bool off: false
    property color fill: Theme.colors.action
    property color line: Theme.colors.onAction

    implicitHeight: Math.round(root.implicitWidth * 1.19)
    implicitWidth: Theme.mm(28.8)

    Arch {
        anchors.fill: parent
        color: root.fill
        foot: Theme.mm(3.9)
        visible: !root.off
    }

    Loader {
        active: root.off
        anchors.fill: parent

        sourceComponent: DashedBorder {
            fill: "transparent"
            radius: Theme.mm(3.9)
            upperRadius: width / 2
        }
    }

    Icon {
        anchors.centerIn: parent
        anchors.verticalCenterOffset: Math.round(root.height * 0.04)
        color: root.off ? Theme.colors.onOff : root.line
        name: root.icon
        size: Math.round(root.width * 0.69)
    }
}
