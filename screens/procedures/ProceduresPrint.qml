pragma ComponentBehavior: Bound

import "../components"

// A procedure on paper.
PaperFrame {
    event: "print_leaflet"
}
