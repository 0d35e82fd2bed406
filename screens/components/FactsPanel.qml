pragma ComponentBehavior: Bound

import QtQuick
import "../theme"
import "Pieces.js" as Pieces

// What is known of something, a line each, and what to bring under a rule.
Rectangle {
    id: root

    required property var facts
    required property string note

    // Long names on a small screen are smaller rather than cut.
    readonly property bool tight: Theme.small && root.facts.reduce((letters, fact) => letters + fact.about.length, 0) > 150
    readonly property real pad: Theme.mm(root.tight ? 4 : Theme.small ? 6 : 10)

    border.color: Theme.colors.rule
    border.width: Theme.line
    color: Theme.colors.surface
    implicitHeight: column.implicitHeight + 2 * root.pad
    radius: Theme.cardRadius

    Column {
        id: column

        anchors.left: parent.left
        anchors.leftMargin: root.pad
        anchors.right: parent.right
        anchors.rightMargin: root.pad
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.mm(root.tight ? 1.4 : Theme.small ? 2.2 : 4.4)

        Repeater {
            model: root.facts.length

            Item {
                id: fact

                required property int index

                readonly property var piece: Pieces.at(root.facts, index)

                Accessible.name: fact.piece.title + ": " + fact.piece.about
                Accessible.role: Accessible.StaticText
                implicitHeight: Math.max(label.implicitHeight, text.implicitHeight)
                width: column.width

                Words {
                    id: label

                    anchors.left: parent.left
                    color: Theme.colors.inkQuiet
                    role: root.tight ? Theme.least : Theme.body
                    text: fact.piece.title
                    width: Math.round(parent.width * (root.tight ? 0.27 : Theme.small ? 0.31 : 0.24))
                }

                Words {
                    id: text

                    anchors.left: label.right
                    anchors.right: parent.right
                    role: root.tight ? Theme.label : fact.piece.about.length > 60 ? Theme.strongBody : Theme.row
                    text: fact.piece.about
                    // An address has no spaces.
                    wrapMode: Text.Wrap
                }
            }
        }

        Rectangle {
            color: Theme.colors.rule
            height: Theme.hair
            visible: note.visible
            width: column.width
        }

        MarkedWords {
            id: note

            marked: root.note
            role: root.tight ? Theme.least : Theme.body
            visible: root.note !== ""
            width: column.width
        }
    }
}
