pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// A short choice without a sentence: an icon or a radio, a word, and a mark when it is chosen.
Touchable {
    id: root

    required property var choice
    // One of these only: a ring stands where the icon would.
    property bool radio: false
    // A second word at the far side.
    property bool aside: false

    readonly property bool chosen: root.choice.chosen

    Accessible.checkable: true
    Accessible.checked: root.chosen
    Accessible.role: root.radio ? Accessible.RadioButton : Accessible.CheckBox
    implicitHeight: Math.max(Theme.touch(34), title.implicitHeight + Theme.mm(8))
    payload: root.choice.id
    radius: Theme.rowRadius
    spoken: [root.choice.title, root.choice.about, root.choice.off].filter(part => part !== "").join(". ")

    KeyBox {
        anchors.fill: parent
        border: root.chosen ? Theme.strong : Theme.line
        down: root.down
        edge: root.chosen ? Theme.strong : Theme.edge
        fill: root.down || root.chosen ? Theme.colors.chosen : Theme.colors.surface
        line: root.down || root.chosen ? Theme.colors.action : Theme.colors.outline
        off: root.choice.off !== ""
        radius: root.radius

        Rectangle {
            id: ring

            anchors.left: parent.left
            anchors.leftMargin: Theme.mm(9.4)
            anchors.verticalCenter: parent.verticalCenter
            border.color: root.chosen ? Theme.colors.action : Theme.colors.inkQuiet
            border.width: Theme.bold
            color: "transparent"
            height: width
            radius: width / 2
            visible: root.radio
            width: Theme.mm(12.2)

            Rectangle {
                anchors.centerIn: parent
                color: Theme.colors.action
                height: width
                radius: width / 2
                visible: root.chosen
                width: Math.round(parent.width * 0.5)
            }
        }

        Icon {
            id: icon

            anchors.left: parent.left
            anchors.leftMargin: Theme.mm(8)
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.colors.action
            name: root.choice.icon
            size: Theme.mm(16)
            visible: !root.radio && name !== ""
        }

        Words {
            id: title

            anchors.left: ring.visible ? ring.right : icon.visible ? icon.right : parent.left
            anchors.leftMargin: ring.visible || icon.visible ? Theme.mm(6.6) : Theme.mm(8.8)
            anchors.right: about.visible ? about.left : mark.visible ? mark.left : parent.right
            anchors.rightMargin: Theme.mm(4.4)
            anchors.verticalCenter: parent.verticalCenter
            color: root.choice.off === "" ? Theme.colors.ink : Theme.colors.onOff
            role: Theme.row
            text: root.choice.title
        }

        Words {
            id: about

            anchors.right: mark.visible ? mark.left : parent.right
            anchors.rightMargin: Theme.mm(8.8)
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.colors.inkQuiet
            role: Theme.least
            text: root.choice.about
            visible: root.aside && text !== ""
            width: visible ? implicitWidth : 0
            wrapMode: Text.NoWrap
        }

        Icon {
            id: mark

            anchors.right: parent.right
            anchors.rightMargin: Theme.mm(8.3)
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.colors.action
            filled: true
            name: "check-circle"
            size: Theme.mm(13.3)
            visible: root.chosen && !root.radio
        }
    }
}
