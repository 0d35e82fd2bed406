pragma ComponentBehavior: Bound

import "../components"

// There is no turn for this appointment now.
TroubleFrame {}
