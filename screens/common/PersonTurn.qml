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
    required property string follow
    required property string follow_qr
    required property var again
    required property var back
    required property var done

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gutter

        Item {
            id: ticket

            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.maximumHeight: Theme.mm(230)
            Layout.verticalStretchFactor: 1000

            Rectangle {
                anchors.fill: parent
                border.color: Theme.colors.rule
                border.width: Theme.line
                color: Theme.colors.surface
                radius: Theme.cardRadius
            }

            GridLayout {
                id: said

                readonly property bool followed: root.follow_qr !== ""
                readonly property bool tight: ticket.height < Theme.mm(165)

                anchors.left: parent.left
                anchors.leftMargin: Theme.mm(13.3)
                anchors.right: parent.right
                anchors.rightMargin: Theme.mm(13.3)
                anchors.verticalCenter: parent.verticalCenter
                columnSpacing: Theme.gutter
                columns: !followed ? 1 : Theme.landscape ? 3 : 2
                rowSpacing: Theme.mm(tight ? 3 : 6)

                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    spacing: Theme.mm(said.tight ? 2 : 5)

                    Words {
                        Accessible.name: text
                        Accessible.role: Accessible.Heading
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        fontSizeMode: Text.HorizontalFit
                        horizontalAlignment: Text.AlignHCenter
                        role: said.followed || said.tight ? Theme.turnBesideCode : Theme.turn
                        text: root.number
                        wrapMode: Text.NoWrap
                    }

                    Rectangle {
                        Layout.fillWidth: true
                        Layout.maximumWidth: where.implicitWidth + Theme.mm(18)
                        Layout.alignment: Qt.AlignHCenter
                        Layout.preferredHeight: where.implicitHeight + Theme.mm(7)
                        color: Theme.colors.ink
                        radius: Theme.footerRadius
                        visible: root.where !== ""

                        Words {
                            id: where

                            anchors.left: parent.left
                            anchors.margins: Theme.mm(4)
                            anchors.right: parent.right
                            anchors.verticalCenter: parent.verticalCenter
                            color: Theme.colors.ground
                            horizontalAlignment: Text.AlignHCenter
                            role: Theme.heading
                            text: root.where
                        }
                    }
                }

                ColumnLayout {
                    Layout.maximumWidth: Theme.mm(Theme.small ? 94 : 76)
                    Layout.minimumWidth: Theme.mm(Theme.small ? 94 : 76)
                    spacing: Theme.mm(2)
                    visible: said.followed

                    QrPlate {
                        Layout.alignment: Qt.AlignHCenter
                        room: Theme.mm(40)
                        picture: root.follow_qr
                        address: root.follow
                    }

                    Words {
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        horizontalAlignment: Text.AlignHCenter
                        role: Theme.least
                        text: root.follow
                    }
                }

                RowLayout {
                    id: figures

                    Layout.columnSpan: said.columns === 2 ? 2 : 1
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    visible: root.figures.length > 0

                    Repeater {
                        model: root.figures.length

                        ColumnLayout {
                            id: figure

                            required property int index

                            readonly property var piece: Pieces.at(root.figures, index)

                            Layout.alignment: Qt.AlignTop
                            Layout.fillWidth: true
                            Layout.preferredWidth: 1
                            spacing: Theme.mm(1)

                            Words {
                                Layout.fillWidth: true
                                color: Theme.colors.inkQuiet
                                horizontalAlignment: Text.AlignHCenter
                                role: Theme.body
                                text: figure.piece.about
                            }

                            Words {
                                Layout.fillWidth: true
                                color: Theme.colors.action
                                horizontalAlignment: Text.AlignHCenter
                                role: Theme.digit
                                text: figure.piece.title
                            }

                            Words {
                                Layout.fillWidth: true
                                horizontalAlignment: Text.AlignHCenter
                                role: Theme.strongBody
                                text: figure.piece.off
                                visible: text !== ""
                            }
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

        GridLayout {
            Layout.fillWidth: true
            columnSpacing: Theme.gutter
            columns: 2
            rowSpacing: Theme.gutter

            SecondaryButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                button: root.again
                event: "print_turn_again"
                onActed: (event, payload) => root.act(event, payload)
            }

            Loader {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                active: root.back !== undefined && root.back !== null
                visible: active

                sourceComponent: SecondaryButton {
                    button: root.back
                    event: "no_turn_needed"
                    onActed: (event, payload) => root.act(event, payload)
                }
            }
        }

        PrimaryButton {
            Layout.fillWidth: true
            button: root.done
            event: "done"
            onActed: (event, payload) => root.act(event, payload)
        }
    }
}
