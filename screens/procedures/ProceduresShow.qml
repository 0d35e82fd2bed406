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
    required property int first
    required property var more
    required property var restart
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
            id: card

            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.maximumHeight: told.all + 2 * pad
            Layout.verticalStretchFactor: 1000
            pad: Theme.mm(7)

            Item {
                id: told

                readonly property real gap: Theme.mm(Theme.small ? 4 : 6)
                readonly property real all: list.count > 0 ? (list.itemAt(list.count - 1) as FactRow)?.end ?? 0 : 0
                // Those that have room; the others wait for their turn.
                readonly property int shown: {
                    let count = 1
                    while (count < list.count && (list.itemAt(count) as FactRow)?.visible)
                        count += 1
                    return count
                }

                anchors.fill: parent

                Repeater {
                    id: list

                    model: root.facts.length

                    FactRow {
                        required property int index

                        fact: root.facts[index] ?? { title: "", icon: "", lines: [] }
                        visible: index === 0 || end <= told.height + 1
                        width: told.width
                        y: index === 0 ? 0 : ((list.itemAt(index - 1) as FactRow)?.end ?? 0) + told.gap
                    }
                }
            }
        }

        SecondaryButton {
            Layout.fillWidth: true
            button: told.shown < root.facts.length ? root.more : root.restart
            event: "other_part"
            visible: told.shown < root.facts.length || root.first > 0
            onActed: event => root.act(event, told.shown < root.facts.length ? String(root.first + told.shown) : "0")
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
