pragma ComponentBehavior: Bound

import "../components"

// The job waits for somebody to put the printer right: the way out is there, but waiting is what to do.
TroubleFrame {
    quiet: true
}
