pragma ComponentBehavior: Bound

import QtQuick
import "../theme"
import "Pieces.js" as Pieces

// What is known of something, a line each, and what to bring under a rule.
Rectangle {
    id: root

    required property var facts
    required property string note

    readonly property real pad: Theme.mm(Theme.small ? 6 : 10)

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
        spacing: Theme.mm(Theme.small ? 2.2 : 4.4)

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
                    role: Theme.body
                    text: fact.piece.title
                    width: Math.round(parent.width * (Theme.small ? 0.31 : 0.24))
                }

                Words {
                    id: text

                    anchors.left: label.right
                    anchors.right: parent.right
                    role: Theme.row
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
            role: Theme.body
            visible: root.note !== ""
            width: column.width
        }
    }
}
