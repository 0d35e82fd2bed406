// Written by packaging/fonts/icons.py: an icon's name and its code point in the dock's icon font.
.pragma library

const codes = {
  "arrow-counter-clockwise": 57400,
  "calendar-check": 59154,
  "chat-text": 57722,
  "check": 57730,
  "files": 59152,
  "hand-waving": 58752,
  "identification-card": 58056,
  "printer": 58332,
  "qr-code": 58342,
  "receipt": 58348,
  "ticket": 58512,
  "user": 58562,
  "wifi-high": 58602
}

function glyph(name) {
    return String.fromCodePoint(codes[name])
}
