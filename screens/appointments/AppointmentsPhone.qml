pragma ComponentBehavior: Bound

import "../components"

// Type the phone with which it was booked.
PhoneFrame {
    id: root

    required property var document

    ways: [root.abroad, { button: root.document, event: "by_document" }, root.without]
}
