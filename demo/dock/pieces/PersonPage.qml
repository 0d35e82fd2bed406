pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// What whoever stands before the kiosk has in hand: cards, a phone, a code.
Column {
    id: root

    // The dock, with everything that is shown.
    required property var desk

    signal acted(string event, string payload)

    spacing: 14

    Column {
        width: parent.width
        spacing: 12

        Section {
            width: parent.width
            icon: "identification-card"
            said: root.desk.reader.said
            title: root.desk.words.cards
        }

        Grid {
            columnSpacing: 10
            columns: 2
            rowSpacing: 8

            Repeater {
                model: root.desk.cards

                Row {
                    id: holder

                    required property var modelData

                    spacing: 7

                    CardButton {
                        width: holder.modelData.contact === "" ? 311 : 252
                        about: holder.modelData.about
                        chosen: root.desk.inserted === holder.modelData.id
                        label: holder.modelData.label
                        payload: holder.modelData.id
                        ready: root.desk.reader.on
                        onActed: (event, payload) => root.acted(event, payload)
                    }

                    ContactButton {
                        chosen: root.desk.contact === holder.modelData.id
                        payload: holder.modelData.id
                        ready: root.desk.reader.on
                        spoken: holder.modelData.contact
                        visible: holder.modelData.contact !== ""
                        onActed: (event, payload) => root.acted(event, payload)
                    }
                }
            }
        }

        Grid {
            columnSpacing: 8
            columns: 4
            rowSpacing: 8

            Repeater {
                model: root.desk.extras

                DialButton {
                    required property var modelData

                    width: 152
                    chosen: root.desk.inserted === modelData.id
                    event: "card"
                    label: modelData.label
                    payload: modelData.id
                    ready: root.desk.reader.on
                    spoken: modelData.label + ", " + modelData.about
                    onActed: (event, payload) => root.acted(event, payload)
                }
            }
        }

        Say {
            objectName: "printed"
            width: parent.width
            height: 28
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 14
            size: 22
            text: root.desk.printed
            weight: 650
        }
    }

    CodeSent {
        width: parent.width
        code: root.desk.code
        said: root.desk.code_said
    }

    Column {
        width: parent.width
        spacing: 4

        Section {
            width: parent.width
            icon: "chat-text"
            said: root.desk.messages_said
            title: root.desk.words.messages
        }

        Repeater {
            model: root.desk.messages

            Say {
                required property string modelData

                width: root.width
                height: 28
                color: Colors.quiet
                elide: Text.ElideRight
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 16
                size: 20
                text: modelData
            }
        }
    }

    DialRows {
        width: parent.width
        across: 4
        dials: root.desk.dials.scanner
        event: "scanner"
        icon: "qr-code"
        peer: root.desk.scanner
        title: root.desk.words.scanner
        onActed: (event, payload) => root.acted(event, payload)
    }
}
