pragma ComponentBehavior: Bound

import "../components"

// Type what is looked for.
SearchFrame {
}
