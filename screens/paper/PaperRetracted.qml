pragma ComponentBehavior: Bound

import "../components"

// Nobody took the paper in time; it is inside again.
TroubleFrame {}
