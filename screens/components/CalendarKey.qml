pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// A day or an hour to choose: a number, and what room there is. One without an id is a gap in the calendar.
Touchable {
    id: root

    required property var choice

    readonly property bool off: root.choice.off !== ""
    readonly property string room: root.off ? root.choice.off : root.choice.about
    readonly property color ink: root.choice.chosen && !root.off ? Theme.colors.onAction : root.off ? Theme.colors.onOff : Theme.colors.ink

    Accessible.role: Accessible.RadioButton
    Accessible.checkable: !root.off
    Accessible.checked: root.choice.chosen
    implicitHeight: Theme.touch(31)
    payload: root.choice.id
    radius: Theme.footerRadius
    ready: !root.off && root.choice.id !== ""
    spoken: [root.choice.title, root.room].filter(part => part !== "").join(". ")
    visible: root.choice.id !== ""

    KeyBox {
        anchors.fill: parent
        down: root.down
        fill: root.choice.chosen ? (root.down ? Theme.colors.actionPressed : Theme.colors.action) : root.down ? Theme.colors.chosen : Theme.colors.surface
        line: root.choice.chosen ? Theme.colors.actionPressed : Theme.colors.outline
        off: root.off
        radius: root.radius

        Column {
            anchors.left: parent.left
            anchors.leftMargin: Theme.mm(1)
            anchors.right: parent.right
            anchors.rightMargin: Theme.mm(1)
            anchors.verticalCenter: parent.verticalCenter

            Words {
                color: root.ink
                fontSizeMode: Text.HorizontalFit
                horizontalAlignment: Text.AlignHCenter
                minimumPixelSize: Theme.label.px
                role: Theme.choiceWide
                text: root.choice.title
                width: parent.width
                wrapMode: Text.NoWrap
            }

            Words {
                color: root.off || root.choice.chosen ? root.ink : Theme.colors.done
                fontSizeMode: Text.HorizontalFit
                horizontalAlignment: Text.AlignHCenter
                minimumPixelSize: Math.round(Theme.label.px * 0.8)
                role: Theme.label
                text: root.room
                visible: text !== ""
                width: parent.width
                wrapMode: Text.NoWrap
            }
        }
    }
}
