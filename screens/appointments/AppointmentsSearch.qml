pragma ComponentBehavior: Bound

import "../components"

// Type what an appointment is for.
SearchFrame {
}
