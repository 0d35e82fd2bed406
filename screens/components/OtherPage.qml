pragma ComponentBehavior: Bound

import QtQuick

// Leads to what has no room, or finds it; takes none itself where everything has.
Loader {
    id: root

    // A button, or null.
    required property var button
    required property string event

    signal acted(string event, string payload)

    active: root.button !== undefined && root.button !== null
    visible: active

    sourceComponent: SecondaryButton {
        button: root.button
        event: root.event
        onActed: (event, payload) => root.acted(event, payload)
    }
}
