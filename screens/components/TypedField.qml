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

    Words {
        id: words

        readonly property real most: root.width - 2 * Theme.mm(8)

        anchors.verticalCenter: parent.verticalCenter
        role: Theme.choiceWide
        text: root.typed
        textFormat: Text.PlainText
        visible: root.typed !== ""
        wrapMode: Text.NoWrap
        // The end of a long one is what is being typed.
        x: Theme.mm(8) - Math.max(0, implicitWidth + Theme.mm(3) - most)
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

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.colors.action
        height: Math.round(words.role.px * 1.3)
        width: Theme.bold
        x: root.typed === "" ? Theme.mm(8) : words.x + words.implicitWidth + Theme.mm(1)
    }
}
