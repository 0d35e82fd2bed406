pragma ComponentBehavior: Bound

import QtQuick
import "../components"
import "../theme"

// The seu is being asked. Nothing moves: nobody knows how far it is.
ScreenFrame {
    id: root

    required property string text

    Panel {
        anchors.left: parent.left
        anchors.right: parent.right
        clip: true
        height: Math.min(root.paper.height, Theme.landscape ? Theme.mm(190) : Theme.mm(230))
        pad: 0

        Rectangle {
            id: street

            border.color: Theme.colors.outlined ? Theme.colors.outline : Theme.colors.rule
            border.width: Theme.line
            color: Theme.colors.artGround
            height: parent.height - words.height - 2 * Theme.mm(13)
            topLeftRadius: Theme.cardRadius
            topRightRadius: Theme.cardRadius
            width: parent.width

            Repeater {
                model: 3

                Arch {
                    required property int index

                    readonly property bool open: index === 1

                    anchors.bottom: parent.bottom
                    anchors.bottomMargin: Theme.line
                    border.color: Theme.colors.artOutline
                    border.width: Theme.colors.outlined ? Theme.line : 0
                    color: open ? Theme.colors.artScreen : Theme.colors.artShelf
                    height: Math.round(parent.height * (open ? 0.72 : 0.54))
                    width: Math.round(height * 0.72)
                    x: Math.round((parent.width - width) / 2 + (index - 1) * parent.height * 0.66)
                }
            }

            Dot {
                anchors.bottom: parent.bottom
                anchors.bottomMargin: Theme.mm(5)
                anchors.horizontalCenter: parent.horizontalCenter
                width: Math.round(parent.height * 0.16)
            }
        }

        Words {
            id: words

            anchors.left: parent.left
            anchors.leftMargin: Theme.mm(13.3)
            anchors.right: parent.right
            anchors.rightMargin: Theme.mm(13.3)
            anchors.top: street.bottom
            anchors.topMargin: Theme.mm(13)
            horizontalAlignment: Text.AlignHCenter
            role: Theme.heading
            text: root.text
        }
    }
}
