pragma ComponentBehavior: Bound

import "../components"

// The hour is not held any more.
TroubleFrame {}
