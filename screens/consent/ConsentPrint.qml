pragma ComponentBehavior: Bound

import "../components"

// The consent sheet on paper.
PaperFrame {
    event: "print_consent"
}
