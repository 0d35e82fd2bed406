pragma ComponentBehavior: Bound

import "../components"

// Is the turn to be given back?
TroubleFrame {}
