"""The papers in Arabic, written for the tests."""

from __future__ import annotations

from kiosk.paper.leaflets import (
    Appointment,
    Facility,
    IdCat,
    Leaflet,
    appointment,
    facility,
    idcat,
    leaflet,
)
from kiosk.paper.receipts import Receipt, Turn, receipt, turn
from kiosk.paper.ticket import Code, Figure, Ticket
from kiosk.services.appointments.code import encode

TOWN = {"town": "L’Hospitalet", "place": "المنطقة الزرقاء"}
PHONE = "\u206693\u00a0000\u00a000\u00a000\u2069"
"""Isolated, so that its groups stay in order."""
WHEN = "الثلاثاء 1 ديسمبر 2026، 10:24"
DOUBT = f"**هل لديكم سؤال؟** أظهروا هذه الورقة في المكتب أو اتصلوا بالرقم {PHONE}."

ARABIC: dict[str, Ticket] = {
    "receipt": receipt(
        Receipt(
            **TOWN,
            title="إيصال",
            when=WHEN,
            rows=(
                ("ماذا فعلتم", "شهادة سكن فردية (Volant individual)"),
                ("النتيجة", "طُبعت ورقة واحدة"),
                ("الثمن", "مجاني"),
                ("الرقم", "ZB01-2612-0042"),
            ),
            from_home=Code(
                "https://seu.exemple.cat/tramits/volant",
                "**المرة القادمة من البيت.** امسحوا الرمز بالهاتف.",
            ),
            doubt=DOUBT,
            private="لا توجد في هذه الورقة أي بيانات عنكم. لقد محتها الآلة.",
            thanks="شكرا، إلى اللقاء!",
        ),
        right_to_left=True,
    ),
    "turn": turn(
        Turn(
            **TOWN,
            title="دوركم",
            number="B 047",
            where="اجلسوا في المنطقة البرتقالية",
            figures=(Figure("قبلكم", "4", "أشخاص"), Figure("الانتظار", "12", "دقيقة تقريبا")),
            follow=Code(
                "https://seu.exemple.cat/torn/7f3k9q2m", "**تابعوا دوركم على الهاتف.** يمكنكم الخروج قليلا."
            ),
            call="سنناديكم على الشاشة وبالصوت.",
            when=WHEN,
        ),
        right_to_left=True,
    ),
    "appointment": appointment(
        Appointment(
            **TOWN,
            title="موعدكم",
            day="الثلاثاء 1 ديسمبر 2026",
            hour="10:24",
            rows=(
                ("الإجراء", "التسجيل في سجل السكان"),
                ("المكان", "Carrer de Girona, 10"),
                ("الرقم", "4Q7M-2K9X"),
            ),
            bring="**أحضروا:** بطاقة DNI أو جواز السفر، وعقد الإيجار.",
            arrive=Code(encode("08101", "hT5vRq8LcX2nWz7KdMb4Yg"), "**عند الوصول،** مرروا الرمز على الآلة."),
            move=f"لتغييره أو إلغائه اتصلوا بالرقم {PHONE}.",
        ),
        right_to_left=True,
    ),
    "facility": facility(
        Facility(
            **TOWN,
            title="المكتبة المركزية",
            open_now="مفتوحة اليوم حتى 20:30",
            rows=(
                ("العنوان", "Plaça de l’Exemple, 3"),
                ("المواعيد", "من الاثنين إلى الجمعة، من 9 إلى 20:30"),
                ("الهاتف", PHONE),
                ("الدخول", "بلا درجات"),
            ),
            way="**مشيا:** 7 دقائق. اتبعوا شارع Rambla حتى الساحة.",
            there=Code(
                "https://seu.exemple.cat/llocs/biblioteca-central", "**الطريق على الهاتف.** امسحوا الرمز."
            ),
            thanks="مع السلامة!",
        ),
        right_to_left=True,
    ),
    "idcat": idcat(
        IdCat(
            **TOWN,
            title="لديكم الآن idCAT Mòbil",
            when=WHEN,
            steps=(
                ("1.", "ادخلوا إلى إجراء واختاروا idCAT Mòbil."),
                ("2.", "اكتبوا بياناتكم."),
                ("3.", "يصلكم رمز على الهاتف: اكتبوه."),
            ),
            try_it=Code("https://seu.exemple.cat/idcat", "**جربوه من البيت.** امسحوا الرمز بالهاتف."),
            careful="لن يطلب منكم أحد هذا الرمز بالهاتف أبدا. لا تقولوه لأحد.",
            doubt=DOUBT,
            thanks="شكرا، إلى اللقاء!",
        ),
        right_to_left=True,
    ),
    "leaflet": leaflet(
        Leaflet(
            **TOWN,
            title="رسم القمامة",
            about="إيصال جمع قمامة المنزل.",
            note="",
            needs_title="ما يجب إحضاره",
            needs=("بطاقة DNI أو NIE أو جواز السفر", "آخر إيصال، إن وجد"),
            rows=(
                ("الثمن", "المسكن: 68,40 €"),
                ("الأجل", "من 1 سبتمبر إلى 31 أكتوبر"),
                ("المكان", "Oficina d’Impostos, Carrer del Molí, 8"),
                ("المواعيد", "من الاثنين إلى الجمعة، من 9 إلى 20:30"),
                ("الهاتف", PHONE),
            ),
            from_home=Code(
                "https://seu.exemple.cat/impostos/escombraries",
                "**المرة القادمة، من البيت.** امسحوا الرمز بالهاتف.",
            ),
            told=WHEN,
        ),
        right_to_left=True,
    ),
}
