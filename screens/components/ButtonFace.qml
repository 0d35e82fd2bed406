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
    // In one line that gives way a little; the icon may stand above it.
    property bool narrow: false
    property bool stacked: false

    readonly property real pad: root.narrow ? Theme.mm(2) : Theme.mm(6)
    readonly property real gap: root.narrow && Theme.small ? Theme.mm(3) : Theme.mm(5.5)
    readonly property real iconRoom: sign.visible && !root.stacked ? sign.width + root.gap : 0
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
        fontSizeMode: root.narrow ? Text.HorizontalFit : Text.FixedSize
        horizontalAlignment: Text.AlignHCenter
        minimumPixelSize: Math.round(Theme.label.px * 0.85)
        role: root.role
        text: root.label
        width: root.width - root.iconRoom - 2 * root.pad
        wrapMode: root.narrow ? Text.NoWrap : Text.WordWrap
    }
}
