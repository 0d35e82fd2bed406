pragma ComponentBehavior: Bound

import "../components"

// Something went wrong.
TroubleFrame {}
