pragma ComponentBehavior: Bound

import QtQuick

// A peer's line, and below it the stands of its dial; the last row is as wide as the others.
Column {
    id: root

    required property string event
    required property string icon
    required property string title
    required property var dials
    required property var peer
    required property int across

    readonly property int rows: Math.ceil(root.dials.length / root.across)

    signal acted(string event, string payload)

    spacing: 8

    Section {
        width: root.width
        icon: root.icon
        said: root.peer.said
        title: root.title
    }

    Repeater {
        model: root.rows

        Row {
            id: row

            required property int index

            readonly property var stands: root.dials.slice(row.index * root.across, (row.index + 1) * root.across)

            spacing: 8

            Repeater {
                model: row.stands

                DialButton {
                    required property var modelData

                    width: (root.width - (row.stands.length - 1) * row.spacing) / row.stands.length
                    chosen: modelData.name === root.peer.dial || root.peer.beside.includes(modelData.name)
                    event: root.event
                    label: modelData.label
                    payload: modelData.name
                    ready: root.peer.on
                    spoken: root.title + ": " + modelData.label
                    onActed: (event, payload) => root.acted(event, payload)
                }
            }
        }
    }
}
