pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../components"
import "../components/Pieces.js" as Pieces
import "../theme"

// One procedure: what to bring, what it costs, when and where; and the ways to take it along.
ScreenFrame {
    id: root

    required property var notice
    required property var facts
    required property var other_part
    required property var services
    required property var phone
    required property var send

    arcade: Theme.landscape
    questionRole: Theme.answer
    sheetTop: Theme.landscape ? 0 : Theme.mm(132)

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gap

        Notice {
            Layout.fillWidth: true
            Layout.preferredHeight: implicitHeight
            notice: root.notice
        }

        Panel {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.maximumHeight: told.implicitHeight + 2 * pad
            Layout.preferredHeight: told.implicitHeight + 2 * pad
            Layout.verticalStretchFactor: 1000
            pad: Theme.mm(7)

            Column {
                id: told

                spacing: Theme.mm(Theme.small ? 4 : 7)
                width: parent.width

                Repeater {
                    model: root.facts.length

                    Item {
                        id: fact

                        required property int index

                        readonly property var piece: root.facts[index] ?? { title: "", icon: "", lines: [] }

                        height: lines.y + lines.height
                        width: told.width

                        Icon {
                            id: sign

                            anchors.left: parent.left
                            color: Theme.colors.action
                            name: fact.piece.icon
                            size: Theme.mm(9)
                        }

                        Words {
                            id: label

                            anchors.left: sign.right
                            anchors.leftMargin: Theme.mm(4)
                            anchors.right: parent.right
                            color: Theme.colors.action
                            role: Theme.small ? Theme.label : Theme.strongBody
                            text: fact.piece.title
                        }

                        Column {
                            id: lines

                            anchors.left: label.left
                            anchors.right: parent.right
                            spacing: Theme.mm(2)
                            y: label.height + Theme.mm(1)

                            Repeater {
                                model: fact.piece.lines.length

                                Words {
                                    required property int index

                                    role: Theme.panel
                                    text: fact.piece.lines[index] ?? ""
                                    width: lines.width
                                }
                            }
                        }
                    }
                }
            }
        }

        OtherPage {
            Layout.fillWidth: true
            button: root.other_part
            event: "other_part"
            onActed: (event, payload) => root.act(event, payload)
        }

        Item {
            Layout.fillHeight: true
            Layout.verticalStretchFactor: 1
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap
            uniformCellSizes: true
            visible: root.services.length > 0 || phone.active

            Repeater {
                model: root.services.length

                SecondaryButton {
                    required property int index

                    readonly property var service: Pieces.at(root.services, index)

                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    button: ({ label: service.title, icon: service.icon, ready: true })
                    event: "choose_service"
                    payload: service.id
                    onActed: (event, payload) => root.act(event, payload)
                }
            }

            OtherPage {
                id: phone

                Layout.fillHeight: true
                Layout.fillWidth: true
                button: root.phone
                event: "take_on_phone"
                onActed: (event, payload) => root.act(event, payload)
            }
        }

        PrimaryButton {
            Layout.fillWidth: true
            button: root.send
            event: "print_leaflet"
            onActed: (event, payload) => root.act(event, payload)
        }
    }
}
