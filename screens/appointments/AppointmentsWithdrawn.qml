pragma ComponentBehavior: Bound

import "../components"

// It is not offered any more.
TroubleFrame {}
