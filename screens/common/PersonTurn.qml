pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../components"
import "../components/Pieces.js" as Pieces
import "../theme"

// The turn, as large as it will be called, drawn as the ticket that comes out.
ScreenFrame {
    id: root

    required property string number
    required property string where
    required property var figures
    required property var notice
    required property var again
    required property var done

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gutter

        Item {
            id: ticket

            readonly property real bite: Theme.mm(8)
            readonly property real cut: Theme.landscape ? height : upper.y + upper.height + Theme.mm(6)

            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.maximumHeight: Theme.mm(210)
            Layout.verticalStretchFactor: 1000

            Rectangle {
                anchors.fill: parent
                border.color: Theme.colors.rule
                border.width: Theme.line
                color: Theme.colors.surface
                radius: Theme.cardRadius
            }

            Column {
                id: upper

                anchors.left: parent.left
                anchors.leftMargin: Theme.mm(13.3)
                anchors.right: parent.right
                anchors.rightMargin: Theme.mm(13.3)
                spacing: Theme.mm(5)
                y: Math.round((parent.height - height - (figures.visible ? figures.height + Theme.mm(10) : 0)) / 2)

                Words {
                    Accessible.name: text
                    Accessible.role: Accessible.Heading
                    fontSizeMode: Text.HorizontalFit
                    horizontalAlignment: Text.AlignHCenter
                    role: Theme.turn
                    text: root.number
                    width: parent.width
                    wrapMode: Text.NoWrap
                }

                Rectangle {
                    anchors.horizontalCenter: parent.horizontalCenter
                    color: Theme.colors.ink
                    height: where.implicitHeight + Theme.mm(7)
                    radius: Theme.footerRadius
                    visible: root.where !== ""
                    width: Math.min(parent.width, where.implicitWidth + Theme.mm(18))

                    Words {
                        id: where

                        anchors.centerIn: parent
                        color: Theme.colors.ground
                        horizontalAlignment: Text.AlignHCenter
                        role: Theme.heading
                        text: root.where
                        width: Math.min(implicitWidth, upper.width - Theme.mm(8))
                    }
                }
            }

            Row {
                id: figures

                anchors.left: upper.left
                anchors.right: upper.right
                anchors.top: upper.bottom
                anchors.topMargin: Theme.mm(10)
                visible: root.figures.length > 0

                Repeater {
                    model: root.figures.length

                    Column {
                        id: figure

                        required property int index

                        readonly property var piece: Pieces.at(root.figures, index)

                        spacing: Theme.mm(1)
                        width: figures.width / root.figures.length

                        Words {
                            color: Theme.colors.inkQuiet
                            horizontalAlignment: Text.AlignHCenter
                            role: Theme.body
                            text: figure.piece.about
                            width: parent.width
                        }

                        Words {
                            color: Theme.colors.action
                            horizontalAlignment: Text.AlignHCenter
                            role: Theme.digit
                            text: figure.piece.title
                            width: parent.width
                        }

                        Words {
                            horizontalAlignment: Text.AlignHCenter
                            role: Theme.strongBody
                            text: figure.piece.off
                            visible: text !== ""
                            width: parent.width
                        }
                    }
                }
            }
        }

        Notice {
            Layout.fillWidth: true
            Layout.preferredHeight: implicitHeight
            notice: root.notice
        }

        Item {
            Layout.fillHeight: true
            Layout.verticalStretchFactor: 1
        }

        SecondaryButton {
            Layout.fillWidth: true
            button: root.again
            event: "print_turn_again"
            onActed: (event, payload) => root.act(event, payload)
        }

        PrimaryButton {
            Layout.fillWidth: true
            button: root.done
            event: "done"
            onActed: (event, payload) => root.act(event, payload)
        }
    }
}
