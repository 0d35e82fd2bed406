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

    readonly property real pad: Theme.mm(6)
    readonly property real iconRoom: sign.visible ? sign.width + Theme.mm(5.5) : 0
    readonly property real wanted: words.implicitHeight + Theme.mm(5.5)

    Icon {
        id: sign

        anchors.verticalCenter: parent.verticalCenter
        color: root.ink
        directional: root.directional
        name: root.icon
        size: root.iconSize
        visible: name !== ""
        x: {
            const start = Math.round((root.width - root.iconRoom - words.contentWidth) / 2)
            return root.LayoutMirroring.enabled ? root.width - start - width : start
        }
    }

    Words {
        id: words

        anchors.centerIn: parent
        anchors.horizontalCenterOffset: Math.round((root.LayoutMirroring.enabled ? -root.iconRoom : root.iconRoom) / 2)
        color: root.ink
        horizontalAlignment: Text.AlignHCenter
        role: root.role
        text: root.label
        width: root.width - root.iconRoom - 2 * root.pad
    }
}
