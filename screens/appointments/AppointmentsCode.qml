pragma ComponentBehavior: Bound

import "../components"

// The code that shows whose the phone is; or a document does.
CodeFrame {
    id: root

    required property var document

    ways: [root.again, { button: root.document, event: "by_document" }, root.without]
}
