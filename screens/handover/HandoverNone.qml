pragma ComponentBehavior: Bound

import "../components"

// There is nothing to go on with.
TroubleFrame {}
