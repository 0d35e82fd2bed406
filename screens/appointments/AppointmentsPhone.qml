pragma ComponentBehavior: Bound

import "../components"

// Type one's own phone, or show a document.
PhoneFrame {
    id: root

    required property var document

    ways: [root.abroad, { button: root.document, event: "by_document" }, root.without]
}
