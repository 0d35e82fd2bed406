pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// One of the technician's rooms, or the way out.
Touchable {
    id: root

    required property var tab

    readonly property color ink: root.tab.chosen || root.down ? Theme.colors.onHere : Theme.colors.onZone

    Accessible.checkable: true
    Accessible.checked: root.tab.chosen
    Accessible.role: Accessible.RadioButton
    event: root.tab.event
    radius: Theme.footerRadius
    spoken: root.tab.label

    Rectangle {
        anchors.fill: parent
        border.color: Theme.colors.onZone
        border.width: Theme.colors.outlined ? Theme.line : 0
        color: root.tab.chosen || root.down ? Theme.colors.here : Theme.colors.zoneArch
        radius: root.radius
    }

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        color: root.ink
        height: Theme.strong
        radius: height / 2
        visible: root.tab.chosen
        width: Math.round(parent.width * 0.4)
        y: Theme.mm(1.2)
    }

    Icon {
        id: sign

        anchors.horizontalCenter: parent.horizontalCenter
        color: root.ink
        name: root.tab.icon
        size: Theme.mm(12)
        y: Math.round((root.height - height - words.implicitHeight - Theme.mm(1.5)) / 2)
    }

    Words {
        id: words

        anchors.horizontalCenter: parent.horizontalCenter
        color: root.ink
        role: Theme.label
        text: root.tab.label
        wrapMode: Text.NoWrap
        y: sign.y + sign.height + Theme.mm(1.5)
    }
}
