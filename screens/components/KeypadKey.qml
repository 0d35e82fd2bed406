pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// One key: a digit, or a word with an icon.
Touchable {
    id: root

    property string digit: ""
    property string label: ""
    // What a word stands for.
    property string letter: ""
    property string icon: ""
    property bool stacked: false
    // One of letters and digits that may be taken for one another.
    property bool exact: false

    readonly property bool word: root.digit === ""

    payload: root.word ? root.letter : root.digit
    spoken: root.word ? root.label : root.digit

    Rectangle {
        anchors.fill: parent
        color: Theme.colors.outline
        radius: root.radius
    }

    // Pressed, the thick edge moves to the top.
    Rectangle {
        anchors.bottomMargin: root.down ? Theme.line : Theme.edge
        anchors.fill: parent
        anchors.leftMargin: Theme.line
        anchors.rightMargin: Theme.line
        anchors.topMargin: root.down ? Theme.edge : Theme.line
        color: root.down || (root.word && !Theme.colors.outlined) ? Theme.colors.chosen : Theme.colors.surface
        radius: root.radius - Theme.line
    }

    Words {
        anchors.centerIn: parent
        anchors.verticalCenterOffset: (root.down ? 1 : -1) * Math.round((Theme.edge - Theme.line) / 2)
        font.family: root.exact ? Theme.exact : role.family
        font.pixelSize: Math.min(role.px, Math.round(root.width * (root.exact ? 0.62 : 1)))
        role: Theme.key
        text: root.digit
        visible: !root.word
    }

    Loader {
        active: root.word
        anchors.fill: parent

        sourceComponent: ButtonFace {
            icon: root.icon
            iconSize: Theme.mm(12)
            ink: Theme.colors.ink
            label: root.label
            role: Theme.secondary
            narrow: true
            stacked: root.stacked
        }
    }
}
