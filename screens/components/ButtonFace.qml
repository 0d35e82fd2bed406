pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// An icon and a label, in the middle of a button.
Item {
    id: root

    required property string label
    required property string icon
    required property color ink
    property Role role: Theme.secondary
    property real iconSize: Theme.mm(11)
    property bool directional: false
    // The icon above the label, where the button is narrow.
    property bool stacked: false

    readonly property real pad: root.stacked ? Theme.mm(1.4) : Theme.mm(6)
    readonly property real iconRoom: sign.visible && !root.stacked ? sign.width + Theme.mm(5.5) : 0
    readonly property real beside: sign.width + Theme.mm(5.5) + words.implicitWidth
    readonly property real wanted: words.implicitHeight + Theme.mm(5.5)

    Icon {
        id: sign

        anchors.verticalCenter: parent.verticalCenter
        color: root.ink
        directional: root.directional
        name: root.icon
        size: root.iconSize
        visible: name !== ""
        anchors.verticalCenterOffset: root.stacked ? -Math.round(words.implicitHeight / 2 + Theme.mm(0.8)) : 0
        x: {
            if (root.stacked)
                return Math.round((root.width - width) / 2)
            const start = Math.round((root.width - root.iconRoom - words.contentWidth) / 2)
            return root.LayoutMirroring.enabled ? root.width - start - width : start
        }
    }

    Words {
        id: words

        anchors.centerIn: parent
        anchors.verticalCenterOffset: root.stacked ? Math.round(sign.height / 2 + Theme.mm(0.8)) : 0
        anchors.horizontalCenterOffset: Math.round((root.LayoutMirroring.enabled ? -root.iconRoom : root.iconRoom) / 2)
        color: root.ink
        horizontalAlignment: Text.AlignHCenter
        role: root.role
        text: root.label
        width: root.width - root.iconRoom - 2 * root.pad
    }
}
