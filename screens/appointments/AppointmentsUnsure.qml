pragma ComponentBehavior: Bound

import "../components"

// Nobody knows whether it was done.
TroubleFrame {}
