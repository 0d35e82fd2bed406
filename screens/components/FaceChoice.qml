pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// One of the five faces, with its word.
Touchable {
    id: root

    required property var choice

    Accessible.checkable: true
    Accessible.checked: root.choice.chosen
    Accessible.role: Accessible.RadioButton
    implicitHeight: Math.max(Theme.touch(60), face.height + words.implicitHeight + Theme.mm(19))
    payload: root.choice.id
    radius: Theme.rowRadius
    spoken: root.choice.title

    KeyBox {
        anchors.fill: parent
        border: root.choice.chosen ? Theme.strong : Theme.line
        down: root.down
        edge: root.choice.chosen ? Theme.strong : Theme.edge
        fill: root.down || root.choice.chosen ? Theme.colors.chosen : Theme.colors.surface
        line: root.down || root.choice.chosen ? Theme.colors.action : Theme.colors.outline
        radius: root.radius

        Face {
            id: face

            anchors.horizontalCenter: parent.horizontalCenter
            chosen: root.choice.chosen
            height: width
            mood: Number(root.choice.id)
            width: Math.min(Math.round(root.width * 0.76), Theme.mm(37.7))
            y: Theme.mm(7)
        }

        Words {
            id: words

            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: Theme.mm(1.4)
            anchors.top: face.bottom
            fontSizeMode: Text.Fit
            horizontalAlignment: Text.AlignHCenter
            minimumPixelSize: Math.round(Theme.label.px * 0.8)
            role: Theme.choiceReason
            text: root.choice.title
            verticalAlignment: Text.AlignVCenter
        }
    }
}
