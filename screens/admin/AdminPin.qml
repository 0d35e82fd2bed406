pragma ComponentBehavior: Bound

import QtQuick
import "../components"

// The technician's PIN, shown as dots.
KeypadFrame {
    id: root

    required property var run
    required property string typed
    required property var leave

    fields: RunFields {
        run: root.run
        spoken: root.typed
    }
    footerHeight: 0
    sendEvent: "admin_send"
    ways: [{ button: root.leave, event: "admin_leave" }]
}
