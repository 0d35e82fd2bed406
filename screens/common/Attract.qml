pragma ComponentBehavior: Bound

import QtQuick
import "../components"
import "../components/Pieces.js" as Pieces
import "../theme"

// The arcade that invites: one arch a service, one of them lit, and the dot walking from door to door.
ScreenFrame {
    id: root

    required property string start
    required property var start_others
    required property var arches
    required property int lit

    readonly property int count: root.arches.length
    readonly property int columns: root.count <= 3 ? Math.max(1, root.count) : root.count <= 6 ? Math.ceil(root.count / 2) : 4
    readonly property int rows: Math.ceil(root.count / root.columns)
    readonly property real gap: Theme.mm(10)
    readonly property real arcadeLeft: Theme.landscape ? Theme.mm(230) : Theme.margin
    readonly property real arcadeTop: Theme.landscape ? Theme.mm(38) : Theme.mm(163.5)
    readonly property real room: root.width - root.arcadeLeft - Theme.margin
    readonly property real archWidth: (root.room - (root.columns - 1) * root.gap) / root.columns
    readonly property real archHeight: (root.sheetTop - Theme.mm(16.5) - root.arcadeTop - (root.rows - 1) * root.gap) / root.rows

    arcade: false
    footerHeight: 0
    leadRole: Theme.invitation
    leadWidth: Math.min(root.textWidth, Theme.mm(236))
    questionRole: Theme.greeting
    questionTop: Theme.mm(Theme.landscape ? 58 : 55)
    textBottom: Theme.landscape ? root.sheetTop - Theme.mm(12) : root.arcadeTop - Theme.mm(8)
    textWidth: Theme.landscape ? root.arcadeLeft - Theme.margin - Theme.mm(12) : root.width - 2 * Theme.margin
    sheetLeft: 0
    sheetTop: root.height - Theme.mm(Theme.landscape ? 86 : 134.8)

    MouseArea {
        height: root.height
        parent: root
        width: root.width
        z: -1
        onClicked: root.act("start", "")
    }

    Item {
        height: root.sheetTop
        opacity: root.presence
        parent: root
        width: root.width

        Repeater {
            model: root.count

            Arch {
                id: arch

                required property int index

                readonly property var piece: Pieces.at(root.arches, index)
                readonly property bool lit: index === root.lit

                property color ink: lit ? Theme.colors.action : Theme.colors.onZone

                border.color: lit ? Theme.colors.here : Theme.colors.onZone
                border.width: Theme.colors.outlined ? Theme.line : 0
                color: lit && !Theme.colors.outlined ? Theme.colors.ground : Theme.colors.zoneArch
                height: Math.round(root.archHeight)
                width: Math.round(root.archWidth)
                x: Math.round(root.arcadeLeft + (index % root.columns) * (root.archWidth + root.gap))
                y: Math.round(root.arcadeTop + Math.floor(index / root.columns) * (root.archHeight + root.gap))

                Behavior on color {
                    enabled: !Theme.calm

                    ColorAnimation {
                        duration: 400
                    }
                }

                Behavior on ink {
                    enabled: !Theme.calm

                    ColorAnimation {
                        duration: 400
                    }
                }

                Icon {
                    id: icon

                    anchors.horizontalCenter: parent.horizontalCenter
                    color: arch.ink
                    name: arch.piece.icon
                    size: Math.round(Math.min(arch.width * 0.4, arch.height * 0.36))
                    y: Math.round(arch.height * (arch.height < arch.width * 1.1 ? 0.36 : 0.42) - size / 2)
                }

                Words {
                    anchors.horizontalCenter: parent.horizontalCenter
                    anchors.top: icon.bottom
                    anchors.topMargin: Math.round(arch.height * 0.03)
                    color: arch.ink
                    font.pixelSize: Math.max(Theme.label.px, Math.min(Theme.answer.px, Math.round(arch.width * 0.14)))
                    fontSizeMode: Text.Fit
                    height: arch.height - y - dot.width * 1.5
                    horizontalAlignment: Text.AlignHCenter
                    minimumPixelSize: Math.round(Theme.label.px * 0.85)
                    role: Theme.choice
                    text: arch.piece.title
                    width: arch.width - Theme.mm(5)
                }
            }
        }

        Dot {
            id: dot

            visible: root.lit >= 0 && root.lit < root.count
            width: Math.max(Theme.mm(12.7), Math.min(Theme.mm(22), Math.round(root.archHeight * 0.09)))
            x: root.arcadeLeft + (root.lit % root.columns) * (root.archWidth + root.gap) + (root.archWidth - width) / 2
            y: root.arcadeTop + Math.floor(root.lit / root.columns) * (root.archHeight + root.gap) + root.archHeight - width - Math.round(width * 0.35)

            Behavior on x {
                enabled: !Theme.calm

                NumberAnimation {
                    duration: 400
                    easing.type: Easing.InOutCubic
                }
            }

            Behavior on y {
                enabled: !Theme.calm

                NumberAnimation {
                    duration: 400
                    easing.type: Easing.InOutCubic
                }
            }
        }
    }

    PrimaryButton {
        id: button

        anchors.left: parent.left
        anchors.right: parent.right
        button: ({ label: root.start, icon: "hand-tap", ready: true })
        event: "start"
        height: Theme.mm(48.8)
        here: true
        role: Theme.answer
        onActed: (event, payload) => root.act(event, payload)
    }

    Words {
        anchors.left: parent.left
        anchors.right: parent.right
        height: parent.height - y
        horizontalAlignment: Text.AlignHCenter
        role: Theme.choice
        text: root.start_others.join("  ·  ")
        verticalAlignment: Text.AlignVCenter
        y: button.height
    }
}
