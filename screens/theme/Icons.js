// Written by packaging/fonts/icons.py: an icon's name and its code point in the two icon fonts.
.pragma library

const codes = {
  "bold": {
    "airplane-tilt": 58838,
    "arrow-clockwise": 57398,
    "arrow-left": 57432,
    "arrow-line-down": 57436,
    "arrow-line-up": 57446,
    "arrow-right": 57452,
    "backspace": 57518,
    "bell-ringing": 58856,
    "books": 59224,
    "briefcase": 57582,
    "buildings": 57602,
    "bus": 57606,
    "calendar-check": 59154,
    "calendar-plus": 59156,
    "caret-left": 57656,
    "caret-right": 57658,
    "chart-bar": 57680,
    "chat-circle-text": 57710,
    "check": 57730,
    "circle-half": 57740,
    "clock": 57754,
    "clock-counter-clockwise": 57760,
    "coins": 59278,
    "device-mobile": 57824,
    "door": 58908,
    "dots-three-circle": 57856,
    "envelope-simple": 57880,
    "eye-slash": 57892,
    "file-text": 57914,
    "gauge": 58920,
    "globe": 57992,
    "graduation-cap": 58924,
    "hand-coins": 60044,
    "hand-palm": 58750,
    "hand-tap": 60560,
    "hand-waving": 58752,
    "hands-clapping": 59040,
    "headphones": 58022,
    "house": 58050,
    "identification-card": 58056,
    "info": 58062,
    "keyboard": 58072,
    "lifebuoy": 58938,
    "lock-key": 58110,
    "map-pin": 58134,
    "map-trifold": 58138,
    "password": 59218,
    "phone": 58296,
    "plus": 58324,
    "printer": 58332,
    "prohibit": 58334,
    "qr-code": 58342,
    "question": 58344,
    "receipt": 58348,
    "seal-check": 58886,
    "shield-check": 58380,
    "sign-out": 58410,
    "sim-card": 58980,
    "text-aa": 59118,
    "ticket": 58512,
    "timer": 58514,
    "trash": 58534,
    "user": 58562,
    "user-check": 60154,
    "users": 58582,
    "users-three": 59022,
    "warning": 58592,
    "wheelchair": 58600,
    "wrench": 58836,
    "x": 58614
  },
  "fill": {
    "check-circle": 57732,
    "info": 58062,
    "warning": 58592,
    "warning-octagon": 58596
  }
}

function glyph(name, filled) {
    // Bindings of one icon are set one after the other: for a moment name and weight may not fit.
    const code = (filled ? codes.fill : codes.bold)[name] ?? codes.fill[name] ?? codes.bold[name]
    if (code === undefined)
        throw new Error("no icon named " + name)
    return String.fromCodePoint(code)
}
