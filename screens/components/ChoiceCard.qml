pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// One of the things to choose: an icon in an arch, a title, a sentence.
Touchable {
    id: root

    required property var choice
    // Over the whole width: with a caret.
    property bool wide: false
    // One of two or three: larger words and plate.
    property bool big: false

    readonly property bool off: root.choice.off !== ""
    readonly property real pad: root.big ? Theme.mm(13.3) : Theme.mm(8.3)
    readonly property Role wished: root.big ? Theme.answer : root.wide ? Theme.choiceWide : Theme.choice
    readonly property real beside: (root.off ? reason.implicitHeight : 0) + Theme.mm(8)
    readonly property real least: natural.implicitHeight + root.beside
    readonly property bool roomy: root.height >= title.implicitHeight + root.beside + about.implicitHeight

    implicitHeight: Math.max(Theme.touch(25), plate.visible ? plate.implicitHeight + Theme.mm(8.3) : 0, root.least)
    payload: root.choice.id
    spoken: [root.choice.title, root.choice.about, root.choice.off].filter(part => part !== "").join(". ")

    KeyBox {
        anchors.fill: parent
        border: root.choice.chosen ? Theme.strong : Theme.line
        down: root.down
        edge: root.choice.chosen ? Theme.strong : Theme.edge
        fill: root.down || root.choice.chosen ? Theme.colors.chosen : Theme.colors.surface
        line: root.down || root.choice.chosen ? Theme.colors.action : Theme.colors.outline
        off: root.off
        radius: root.radius

        ArchPlate {
            id: plate

            anchors.left: parent.left
            anchors.leftMargin: root.pad
            anchors.verticalCenter: parent.verticalCenter
            icon: root.choice.icon
            implicitWidth: root.big ? Theme.mm(39.9) : Theme.mm(28.8)
            off: root.off
            visible: root.choice.icon !== ""
        }

        Column {
            anchors.left: plate.visible ? plate.right : parent.left
            anchors.leftMargin: root.big ? Theme.mm(12) : Theme.mm(7.8)
            anchors.right: caret.visible ? caret.left : parent.right
            anchors.rightMargin: Theme.mm(5.5)
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.mm(1.4)

            Words {
                id: title

                color: root.off ? Theme.colors.onOff : Theme.colors.ink
                // A long name is smaller rather than cut.
                role: root.height >= root.least ? root.wished : root.height >= smaller.implicitHeight + root.beside ? Theme.strongBody : Theme.label
                text: root.choice.title
                width: parent.width
            }

            Words {
                id: about

                color: Theme.colors.inkQuiet
                role: root.big ? Theme.body : Theme.choiceAbout
                text: root.choice.about
                visible: text !== "" && root.roomy && (root.wide || !root.off)
                width: parent.width
            }

            Item {
                height: reason.implicitHeight
                visible: root.off
                width: parent.width

                Icon {
                    id: sign

                    anchors.left: parent.left
                    color: Theme.colors.care
                    filled: true
                    name: "info"
                    size: Theme.choiceReason.px
                    visible: root.wide
                    y: Math.round((reason.implicitHeight / Math.max(1, reason.lineCount) - size) / 2)
                }

                Words {
                    id: reason

                    anchors.left: sign.visible ? sign.right : parent.left
                    anchors.leftMargin: sign.visible ? Theme.mm(2.8) : 0
                    anchors.right: parent.right
                    color: Theme.colors.care
                    role: Theme.choiceReason
                    text: root.choice.off
                }
            }
        }

        Words {
            id: natural

            role: root.wished
            text: root.choice.title
            visible: false
            width: title.width
        }

        Words {
            id: smaller

            role: Theme.strongBody
            text: root.choice.title
            visible: false
            width: title.width
        }

        Icon {
            id: caret

            anchors.right: parent.right
            anchors.rightMargin: Theme.mm(8.3)
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.colors.action
            directional: true
            name: "caret-right"
            size: Theme.mm(13.3)
            visible: root.wide && !root.off
        }
    }
}
