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
    required property var scanner
    required property var messages
    required property string messages_said
    required property var turns
    required property string turn_page
    required property var procedures
    required property var network
    required property var help
    required property string staff
    required property var papers
    required property string papers_said

    property string page: "person"
    property var large: null

    // Somebody asks for help, and nobody has said yet that they come.
    readonly property bool pressing: root.help.on && root.help.dial === "coming"

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

        Row {
            id: tabs

            x: column.x
            y: 84
            spacing: 8

            Repeater {
                model: root.dials.page

                Tab {
                    required property var modelData

                    width: (column.width - tabs.spacing) / 2
                    chosen: root.page === modelData.name
                    label: modelData.label
                    payload: modelData.name
                    pressing: modelData.name === "hall" && root.pressing
                    onActed: (event, payload) => root.page = payload
                }
            }
        }

        Column {
            id: column

            x: 40
            y: 158
            width: 632
            spacing: 14

            PersonPage {
                width: parent.width
                desk: root
                visible: root.page === "person"
                onActed: (event, payload) => root.act(event, payload)
            }

            HallPage {
                width: parent.width
                desk: root
                visible: root.page === "hall"
                onActed: (event, payload) => root.act(event, payload)
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
