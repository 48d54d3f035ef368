"""Names as learners really have them, for the sample. All people are invented."""

from __future__ import annotations

ORIGINS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "English": (
        ("Olivia", "George", "Amelia", "Noah", "Isla", "Arthur", "Mary Ann", "Jack", "Grace"),
        ("Smith", "Jones", "Taylor", "Brown", "Walker", "Wright", "Robinson", "Thompson"),
    ),
    "double-barrelled": (
        ("Charlotte", "Rupert", "Imogen", "Hugo", "Anne-Marie", "Jean-Luc"),
        ("Smith-Jones", "Fox-Pitt", "Bonham Carter", "Parker-Bowles", "O’Neill-Hughes"),
    ),
    "Welsh": (
        ("Siân", "Llŷr", "Gwenllïan", "Dafydd", "Angharad", "Tŵm", "Rhôswen", "Iorwerth"),
        ("ap Rhys", "ab Owain", "Llewelyn", "Prydderch", "ferch Ifan", "Môn", "Gŵyn"),
    ),
    "Irish and Scots": (
        ("Sinéad", "Pádraig", "Aoife", "Caoimhín", "Màiri", "Ruairidh"),
        ("O’Connor", "Ní Bhriain", "Mac Giolla Phádraig", "MacDonald", "Ó Súilleabháin"),
    ),
    "Polish": (
        ("Łukasz", "Małgorzata", "Stanisław", "Świętosława", "Grażyna", "Michał"),
        ("Wiśniewski", "Dąbrowska", "Brzęczyszczykiewicz", "Żółkiewski", "Łyś", "Śledź"),
    ),
    "Arabic": (
        ("محمد", "فاطمة", "عبد الرحمن", "ليلى", "يوسف"),
        ("الحسن", "العباسي", "بن علي", "المصري", "حداد"),
    ),
    "Arabic in Latin": (
        ("Abdulrahman", "Fāṭima", "Yūsuf", "Nour", "Khalīl"),
        ("al-Ḥasan", "El-Sayed", "bin Rashid", "Abu Bakr", "Haddad"),
    ),
    "Chinese": (
        ("伟", "秀英", "小龙", "淑芬", "建国"),
        ("王", "李", "欧阳", "陳", "司馬"),
    ),
    "Chinese in Latin": (
        ("Xiǎolóng", "Mei-Ling", "Ka Yan", "Jianguo"),
        ("Ōuyáng", "Wong", "Chan", "Lǚ", "Zhang"),
    ),
    "Vietnamese": (
        ("Thị Hồng Ngọc", "Văn Đức", "Quỳnh Anh", "Bảo Trân"),
        ("Nguyễn", "Trần", "Lê", "Phạm", "Đặng"),
    ),
    "Yoruba": (
        ("Olúwaṣeun", "Adébọ́lá", "Ìyábọ̀", "Ọláolúwa"),
        ("Adéyẹmí", "Ọbásanjọ́", "Adébáyọ̀", "Ṣóyínká"),
    ),
    "Greek": (
        ("Αλέξανδρος", "Ελένη", "Γιώργος", "Σοφία"),
        ("Παπαδόπουλος", "Νικολαΐδου", "Οικονόμου", "Χατζηγιάννης"),
    ),
    "Cyrillic": (
        ("Наталія", "Сергей", "Љубица", "Євген", "Йордан"),
        ("Шевченко", "Иванова", "Његош", "Ґалаґан", "Петров"),
    ),
    "Hebrew": (("נועה", "יוסף", "תמר"), ("כהן", "לוי", "בן דוד")),
    "Turkish and Nordic": (
        ("İbrahim", "Gülşen", "Åsa", "Bjørn", "Þórunn"),
        ("Yıldız", "Öztürk", "Ångström", "Bjarnason", "Guðmundsdóttir"),
    ),
    "Spanish and Portuguese": (
        ("María José", "João", "Íñigo", "Conceição"),
        ("García Márquez", "da Conceição", "Núñez de Balboa", "Gonçalves"),
    ),
    "Indian": (
        ("Priya", "Arjun", "Harpreet", "Lakshmi"),
        ("Patel", "Singh", "Kaur", "Venkataraghavan", "Subramaniam"),
    ),
    "one word": (("Suharto", "Madonna", "Ardiansyah", "Meghna", "Zainab"), ("",)),
}
WEIGHTS = {"English": 10, "Welsh": 6, "double-barrelled": 3, "Indian": 3, "one word": 1}

LONGEST = (
    "Maximilian Anastasia",
    "Clementine Josephine Wilhelmina",
    "Featherstonehaugh-Cholmondeley-Ware",
)
"""88 characters with the spaces between them: on one line of a certificate if it must."""
assert len(" ".join(LONGEST)) == 88

MIDDLE = ("", "", "", "", "", "Rose", "James", "Mair", "Élise", "Lee", "Jan")
