pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// One cell of a number being typed.
Item {
    id: root

    required property string digit
    // The next digit goes here.
    property bool current: false
    property bool wrong: false
    // Letters and digits that may be taken for one another.
    property bool exact: false

    Rectangle {
        anchors.fill: parent
        border.color: root.current ? Theme.colors.action : root.wrong ? Theme.colors.fault : Theme.colors.outline
        border.width: root.current ? Theme.mm(1.9) : root.wrong ? Theme.strong : Theme.bold
        color: Theme.colors.surface
        radius: Theme.rowRadius
    }

    Words {
        anchors.centerIn: parent
        font.family: root.exact ? Theme.exact : role.family
        font.pixelSize: Math.min(role.px, Math.round(root.width * 0.68))
        role: Theme.digit
        text: root.digit
    }

    Rectangle {
        anchors.centerIn: parent
        color: Theme.colors.action
        height: Math.round(root.height * 0.52)
        visible: root.current
        width: Theme.bold
    }
}
