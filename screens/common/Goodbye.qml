pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../components"
import "../components/Pieces.js" as Pieces
import "../theme"

// The door stands open; what to take along, and how to do the same from home.
ScreenFrame {
    id: root

    required property var take
    required property var wiped
    required property string home_title
    required property string home_text
    required property string home_needs
    required property string home_address
    required property string home_qr

    readonly property bool telling: root.home_title !== "" || root.home_qr !== ""
    readonly property real doorTop: Theme.landscape ? Theme.mm(150) : Theme.mm(166)
    readonly property real doorHeight: (Theme.landscape ? root.height - root.footerHeight : root.sheetTop) - root.doorTop
    readonly property real doorWidth: Math.min(Theme.mm(Theme.landscape ? 90 : 133), root.doorHeight / 1.15)

    arcade: false
    questionRole: Theme.goodbye
    sheetTop: Theme.landscape ? 0 : Math.round(root.height - root.footerHeight - Theme.actionsGap - rows.implicitHeight - Theme.mm(12.5))
    textBottom: root.doorTop - Theme.mm(4)

    Item {
        height: root.doorHeight
        opacity: root.presence
        parent: root
        width: Theme.zoneWidth
        y: root.doorTop
        z: -1

        Repeater {
            model: Theme.landscape ? [] : [Theme.margin, root.width - Theme.margin - Theme.mm(44)]

            Arch {
                required property real modelData

                anchors.bottom: parent.bottom
                border.color: Theme.colors.onZone
                border.width: Theme.colors.outlined ? Theme.line : 0
                color: Theme.colors.zoneArch
                height: Math.min(Theme.mm(88), root.doorHeight * 0.6)
                width: Theme.mm(44)
                x: modelData
            }
        }

        Arch {
            id: frame

            anchors.bottom: parent.bottom
            anchors.horizontalCenter: parent.horizontalCenter
            border.color: Theme.colors.onZone
            border.width: Theme.colors.outlined ? Theme.line : 0
            color: Theme.colors.zoneArch
            height: parent.height
            width: root.doorWidth

            Arch {
                anchors.bottom: parent.bottom
                anchors.horizontalCenter: parent.horizontalCenter
                border.color: Theme.colors.onZone
                border.width: Theme.colors.outlined ? Theme.line : 0
                color: Theme.colors.ground
                height: parent.height - Math.round(parent.width * 0.15)
                width: Math.round(parent.width * 0.7)
            }

            Dot {
                anchors.bottom: parent.bottom
                anchors.bottomMargin: Theme.mm(4)
                width: Math.round(parent.width * 0.25)
                x: Math.round(parent.width * 0.54)
            }
        }
    }

    ColumnLayout {
        id: rows

        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.gutter
        y: Theme.landscape ? Math.round((parent.height - height) / 2) : 0

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gutter
            visible: root.take.length > 0

            Repeater {
                model: root.take.length

                Panel {
                    id: thing

                    required property int index

                    readonly property var piece: Pieces.at(root.take, index)

                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.preferredHeight: what.y + what.implicitHeight + 2 * pad
                    Layout.preferredWidth: 1
                    pad: Theme.mm(8.8)

                    Icon {
                        id: sign

                        anchors.left: parent.left
                        color: Theme.colors.action
                        name: thing.piece.icon
                        size: Theme.mm(19)
                    }

                    Words {
                        id: what

                        anchors.left: parent.left
                        anchors.right: parent.right
                        anchors.top: sign.bottom
                        anchors.topMargin: Theme.mm(3)
                        role: Theme.row
                        text: thing.piece.title
                    }
                }
            }
        }

        Notice {
            Layout.fillWidth: true
            Layout.preferredHeight: implicitHeight
            notice: root.wiped
        }

        Panel {
            Layout.fillWidth: true
            Layout.preferredHeight: Math.max(plate.height, telling.implicitHeight) + 2 * pad
            pad: Theme.mm(8.8)
            visible: root.telling

            QrPlate {
                id: plate

                address: root.home_address
                anchors.left: parent.left
                anchors.verticalCenter: parent.verticalCenter
                picture: root.home_qr
                room: Theme.mm(60)
                visible: there
            }

            Column {
                id: telling

                anchors.left: plate.right
                anchors.leftMargin: plate.visible ? Theme.mm(7) : 0
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.mm(2)

                Words {
                    role: Theme.choice
                    text: root.home_title
                    width: parent.width
                }

                MarkedWords {
                    marked: root.home_text
                    role: Theme.strongBody
                    visible: text !== ""
                    width: parent.width
                }

                Words {
                    role: Theme.least
                    text: root.home_needs
                    visible: text !== ""
                    width: parent.width
                }

                Words {
                    color: Theme.colors.action
                    role: Theme.label
                    // May break after a slash or a dot.
                    text: root.home_address.replace(/([/.])/g, "$1\u200b")
                    visible: text !== ""
                    width: parent.width
                }
            }
        }
    }
}
