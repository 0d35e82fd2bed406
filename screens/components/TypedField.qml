pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// What is typed, in one line, with a caret; a hint while nothing was typed.
Rectangle {
    id: root

    required property string typed
    required property string hint

    Accessible.name: root.typed === "" ? root.hint : root.typed
    Accessible.role: Accessible.StaticText
    border.color: Theme.colors.action
    border.width: Theme.strong
    clip: true
    color: Theme.colors.surface
    radius: Theme.rowRadius

    // Under the text, whose last line may be the shorter one.
    Rectangle {
        color: Theme.colors.action
        height: Math.round(words.role.px * 1.3)
        width: Theme.bold
        x: Theme.mm(8) + (root.typed === "" ? 0 : words.endX + Theme.mm(1))
        y: (root.typed === "" ? root.height / 2 : words.y + words.endY) - height / 2
    }

    // How long it is on one line.
    Words {
        id: line

        role: Theme.choiceWide
        text: root.typed
        textFormat: Text.PlainText
        visible: false
        wrapMode: Text.NoWrap
    }

    Words {
        id: words

        readonly property real most: root.width - 2 * Theme.mm(8) - Theme.mm(3)

        property real endX: 0
        property real endY: 0

        anchors.verticalCenter: parent.verticalCenter
        role: line.implicitWidth > most ? Theme.least : Theme.choiceWide
        text: root.typed
        textFormat: Text.PlainText
        visible: root.typed !== ""
        width: most
        wrapMode: Text.WrapAnywhere
        x: Theme.mm(8)

        onLineLaidOut: laid => {
            endX = laid.x + laid.implicitWidth
            endY = laid.y + laid.height / 2
        }
    }

    Words {
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.colors.inkQuiet
        elide: Text.ElideRight
        role: Theme.body
        text: root.hint
        visible: root.typed === ""
        width: words.most
        wrapMode: Text.NoWrap
        x: Theme.mm(8) + Theme.mm(3)
    }
}
