pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../components"
import "../components/Pieces.js" as Pieces
import "../theme"

// A fortnight, the hours of a day, and the one that is held.
ScreenFrame {
    id: root

    required property string period
    required property var earlier
    required property var later
    required property var weekdays
    required property var days
    required property string hours_question
    required property var hours
    required property var more_hours
    required property string held
    required property var notice
    required property var send

    // Where a sentence stands above them, days and hours give way.
    readonly property bool full: root.notice.text !== "" && !Theme.landscape
    readonly property real dayHeight: Theme.touch(root.full ? (Theme.small ? 25 : 31) : Theme.small ? 33 : 40)
    readonly property real hourHeight: Theme.touch(root.full ? (Theme.small ? 20 : 25) : Theme.small ? 26 : 31)

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gap

        Notice {
            Layout.fillWidth: true
            Layout.preferredHeight: implicitHeight
            notice: root.notice
        }

        GridLayout {
            Layout.fillHeight: false
            Layout.fillWidth: true
            columnSpacing: Theme.gutter
            columns: Theme.landscape ? 2 : 1
            rowSpacing: root.full ? Theme.gap : Theme.mm(8)

            ColumnLayout {
                Layout.alignment: Qt.AlignTop
                Layout.fillHeight: false
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                spacing: Theme.mm(2.2)

                RowLayout {
                    Layout.fillHeight: false
                    Layout.fillWidth: true
                    spacing: Theme.gap

                    Words {
                        Layout.fillWidth: true
                        role: Theme.heading
                        text: root.period
                    }

                    TurnKey {
                        button: root.earlier
                        event: "earlier_weeks"
                        onActed: (event, payload) => root.act(event, payload)
                    }

                    TurnKey {
                        button: root.later
                        event: "later_weeks"
                        onActed: (event, payload) => root.act(event, payload)
                    }
                }

                GridLayout {
                    Layout.fillHeight: false
                    Layout.fillWidth: true
                    columnSpacing: Theme.gap
                    columns: root.weekdays.length
                    rowSpacing: Theme.gap

                    Repeater {
                        model: root.weekdays.length

                        Words {
                            required property int index

                            Layout.fillWidth: true
                            Layout.preferredWidth: 1
                            color: Theme.colors.inkQuiet
                            horizontalAlignment: Text.AlignHCenter
                            role: Theme.least
                            text: root.weekdays[index] ?? ""
                        }
                    }

                    Repeater {
                        model: root.days.length

                        Item {
                            id: cell

                            required property int index

                            Layout.fillWidth: true
                            Layout.preferredWidth: 1
                            implicitHeight: root.dayHeight

                            CalendarKey {
                                id: day

                                anchors.fill: parent
                                choice: Pieces.at(root.days, cell.index)
                                event: "choose_day"
                                onActed: (event, payload) => root.act(event, payload)
                            }
                        }
                    }
                }
            }

            ColumnLayout {
                Layout.alignment: Qt.AlignTop
                Layout.fillHeight: false
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                spacing: Theme.gap

                RowLayout {
                    Layout.fillHeight: false
                    Layout.fillWidth: true
                    spacing: Theme.gap
                    visible: root.hours_question !== ""

                    Words {
                        Layout.fillWidth: true
                        role: Theme.heading
                        text: root.hours_question
                    }

                    TurnKey {
                        button: root.more_hours
                        event: "more_hours"
                        visible: root.more_hours.label !== ""
                        onActed: (event, payload) => root.act(event, payload)
                    }
                }

                GridLayout {
                    Layout.fillHeight: false
                    Layout.fillWidth: true
                    columnSpacing: Theme.gap
                    columns: Theme.landscape ? 3 : 4
                    rowSpacing: Theme.gap

                    Repeater {
                        model: Math.max(root.hours.length, root.hours.length > 0 ? 4 : 0)

                        Item {
                            id: slot

                            required property int index

                            Layout.fillWidth: true
                            Layout.preferredWidth: 1
                            implicitHeight: root.hourHeight

                            CalendarKey {
                                id: hour

                                anchors.fill: parent
                                choice: Pieces.at(root.hours, slot.index)
                                event: "choose_hour"
                                onActed: (event, payload) => root.act(event, payload)
                            }
                        }
                    }
                }
            }
        }

        HeldLine {
            Layout.topMargin: Theme.mm(root.full ? 0 : 4)
            Layout.fillWidth: true
            Layout.preferredHeight: implicitHeight
            held: root.held
        }

        Item {
            Layout.fillHeight: true
        }

        PrimaryButton {
            Layout.fillWidth: true
            button: root.send
            event: "reserve"
            onActed: (event, payload) => root.act(event, payload)
        }
    }
}
