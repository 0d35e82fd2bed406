pragma ComponentBehavior: Bound

import QtQuick

// The town hall: its desks, what it offers, its network, its staff and its printers.
Column {
    id: root

    // The dock, with everything that is shown.
    required property var desk

    signal acted(string event, string payload)

    spacing: 18

    Column {
        width: parent.width
        spacing: 8

        DialRows {
            width: parent.width
            across: 2
            dials: root.desk.dials.turns
            event: "turns"
            icon: "ticket"
            peer: root.desk.turns
            title: root.desk.words.turns
            onActed: (event, payload) => root.acted(event, payload)
        }

        DialButton {
            objectName: "turn_page"
            width: parent.width
            event: "open"
            label: root.desk.turn_page
            payload: root.desk.turn_page
            spoken: root.desk.words.turn_page
            visible: root.desk.turn_page !== ""
            onActed: (event, payload) => root.acted(event, payload)
        }
    }

    DialRows {
        width: parent.width
        across: 3
        dials: root.desk.dials.procedures
        event: "procedures"
        icon: "calendar-check"
        peer: root.desk.procedures
        title: root.desk.words.procedures
        onActed: (event, payload) => root.acted(event, payload)
    }

    DialRows {
        width: parent.width
        across: 3
        dials: root.desk.dials.network
        event: "network"
        icon: "wifi-high"
        peer: root.desk.network
        title: root.desk.words.network
        onActed: (event, payload) => root.acted(event, payload)
    }

    Column {
        width: parent.width
        spacing: 8

        Section {
            width: parent.width
            icon: "hand-waving"
            pressing: root.desk.pressing
            said: root.desk.help.said
            title: root.desk.words.person
        }

        Row {
            spacing: 8

            DialButton {
                width: (root.width - 8) / 2
                event: "help"
                label: root.desk.help.dial === "ended" ? root.desk.words.ended : root.desk.words.coming
                payload: root.desk.help.dial
                ready: root.desk.help.on
                spoken: label
                onActed: (event, payload) => root.acted(event, payload)
            }

            DialButton {
                width: (root.width - 8) / 2
                chosen: root.desk.contact === "staff"
                event: "contact"
                label: root.desk.staff
                payload: "staff"
                ready: root.desk.reader.on
                spoken: label
                onActed: (event, payload) => root.acted(event, payload)
            }
        }
    }

    DialRows {
        width: parent.width
        across: 4
        dials: root.desk.dials.document
        event: "document"
        icon: "printer"
        peer: root.desk.document
        title: root.desk.words.document
        onActed: (event, payload) => root.acted(event, payload)
    }

    DialRows {
        width: parent.width
        across: 4
        dials: root.desk.dials.ticket
        event: "ticket"
        icon: "receipt"
        peer: root.desk.ticket
        title: root.desk.words.ticket
        onActed: (event, payload) => root.acted(event, payload)
    }
}
