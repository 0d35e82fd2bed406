pragma ComponentBehavior: Bound

import QtQuick
import "pieces"
import "theme"

// The panel that operates the demo: drawn 700 by 1920, and shown as large as its window.
Item {
    id: root

    required property var words
    required property var dials

    required property var cards
    required property var extras
    required property string inserted
    required property string contact
    required property string printed
    required property var reader
    required property string code
    required property string code_said
    required property var document
    required property var ticket
    required property var network
    required property var help
    required property var papers
    required property string papers_said

    property var large: null

    signal act(string event, string payload)

    Item {
        id: drawing

        readonly property real zoom: scale * Screen.devicePixelRatio

        x: (root.width - width * scale) / 2
        width: 700
        height: 1920
        scale: Math.min(root.width / width, root.height / height)
        transformOrigin: Item.TopLeft

        Hatch {
            width: 12
            height: parent.height
        }

        Item {
            id: head

            x: column.x
            y: 22
            width: column.width
            height: 46

            Say {
                anchors.verticalCenter: parent.verticalCenter
                Accessible.role: Accessible.Heading
                font.family: "Bricolage Grotesque"
                size: 34
                text: root.words.title
                weight: 700
            }

            Rectangle {
                anchors.right: parent.right
                width: badge.width + 28
                height: parent.height
                color: Colors.chosen
                radius: 10

                Say {
                    id: badge

                    anchors.centerIn: parent
                    color: Colors.ink
                    size: 22
                    text: root.words.fictional
                    weight: 650
                }
            }
        }

        Column {
            id: column

            x: 40
            y: 86
            width: 632
            spacing: 14

            Column {
                width: parent.width
                spacing: 12

                Section {
                    width: parent.width
                    icon: "identification-card"
                    said: root.reader.said
                    title: root.words.cards
                }

                Grid {
                    columnSpacing: 10
                    columns: 2
                    rowSpacing: 8

                    Repeater {
                        model: root.cards

                        Row {
                            id: holder

                            required property var modelData

                            spacing: 7

                            CardButton {
                                width: holder.modelData.contact === "" ? 311 : 252
                                about: holder.modelData.about
                                chosen: root.inserted === holder.modelData.id
                                label: holder.modelData.label
                                payload: holder.modelData.id
                                ready: root.reader.on
                                onActed: (event, payload) => root.act(event, payload)
                            }

                            ContactButton {
                                chosen: root.contact === holder.modelData.id
                                payload: holder.modelData.id
                                ready: root.reader.on
                                spoken: holder.modelData.contact
                                visible: holder.modelData.contact !== ""
                                onActed: (event, payload) => root.act(event, payload)
                            }
                        }
                    }
                }

                Grid {
                    columnSpacing: 8
                    columns: 4
                    rowSpacing: 8

                    Repeater {
                        model: root.extras

                        DialButton {
                            required property var modelData

                            width: 152
                            chosen: root.inserted === modelData.id
                            event: "card"
                            label: modelData.label
                            payload: modelData.id
                            ready: root.reader.on
                            spoken: modelData.label + ", " + modelData.about
                            onActed: (event, payload) => root.act(event, payload)
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
                    text: root.printed
                    weight: 650
                }
            }

            CodeSent {
                width: parent.width
                code: root.code
                said: root.code_said
            }

            DialRows {
                width: parent.width
                across: 4
                dials: root.dials.document
                event: "document"
                icon: "printer"
                peer: root.document
                title: root.words.document
                onActed: (event, payload) => root.act(event, payload)
            }

            DialRows {
                width: parent.width
                across: 4
                dials: root.dials.ticket
                event: "ticket"
                icon: "receipt"
                peer: root.ticket
                title: root.words.ticket
                onActed: (event, payload) => root.act(event, payload)
            }

            DialRows {
                width: parent.width
                across: 3
                dials: root.dials.network
                event: "network"
                icon: "wifi-high"
                peer: root.network
                title: root.words.network
                onActed: (event, payload) => root.act(event, payload)
            }

            Item {
                width: parent.width
                height: 52

                Section {
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - coming.width - 16
                    icon: "hand-waving"
                    pressing: root.help.on && root.help.dial === "coming"
                    said: root.help.said
                    title: root.words.person
                }

                DialButton {
                    id: coming

                    anchors.right: parent.right
                    width: 152
                    height: parent.height
                    event: "help"
                    label: root.help.dial === "ended" ? root.words.ended : root.words.coming
                    payload: root.help.dial
                    ready: root.help.on
                    spoken: label
                    onActed: (event, payload) => root.act(event, payload)
                }
            }

            Section {
                width: parent.width
                icon: "files"
                said: root.papers_said
                title: root.words.paper
            }
        }

        Papers {
            anchors.bottom: afresh.top
            anchors.bottomMargin: 16
            anchors.left: column.left
            anchors.right: column.right
            anchors.top: column.bottom
            anchors.topMargin: 10
            empty: root.words.paper_empty
            papers: root.papers
            zoom: drawing.zoom
            onTouched: sheet => root.large = sheet
        }

        Touch {
            id: afresh

            anchors.bottom: parent.bottom
            anchors.bottomMargin: 28
            anchors.left: column.left
            anchors.right: column.right
            height: 64
            event: "afresh"
            fill: Colors.ground
            line: Colors.words
            radius: 16
            spoken: root.words.afresh
            onActed: (event, payload) => root.act(event, payload)

            Row {
                anchors.centerIn: parent
                spacing: 12

                Glyph {
                    color: Colors.words
                    name: "arrow-counter-clockwise"
                }

                Say {
                    height: 28
                    Accessible.ignored: true
                    size: 24
                    text: root.words.afresh
                    weight: 650
                }
            }
        }

        Loader {
            active: root.large !== null
            anchors.fill: parent
            focus: active

            sourceComponent: LargeSheet {
                close: root.words.sheet_close
                sheet: root.large
                zoom: drawing.zoom
                onActed: root.large = null
            }
        }
    }
}
