pragma ComponentBehavior: Bound

import "../components"

// It was looked for, and is not done any more.
TroubleFrame {
}
