pragma ComponentBehavior: Bound

import "../components"

// It is cancelled.
TroubleFrame {}
