"""Korean and Western names, places and words for invented people; any likeness is chance."""

_SURNAMES = (
    "김 kim 21.5,이 lee 14.7,박 park 8.4,최 choi 4.7,정 jung 4.3,강 kang 2.3,조 cho 2.1,윤 yoon 2.0,장 jang 2.0,임 lim 1.7,"
    "한 han 1.5,오 oh 1.5,서 seo 1.5,신 shin 1.5,권 kwon 1.4,황 hwang 1.4,안 ahn 1.4,송 song 1.4,전 jeon 1.2,홍 hong 1.2,"
    "유 yoo 1.0,고 ko 0.9,문 moon 0.9,양 yang 0.9,손 son 0.9,배 bae 0.8,백 baek 0.7,허 heo 0.7,남 nam 0.5,노 noh 0.6"
)
SURNAMES = [(ko, en, float(weight)) for ko, en, weight in (row.split() for row in _SURNAMES.split(","))]


def _pairs(text: str) -> list[tuple[str, str]]:
    return [(ko, en) for ko, en in (row.split() for row in text.split(","))]


KOREAN = (
    _pairs(
        "민서 minseo,서연 seoyeon,지우 jiwoo,서윤 seoyoon,지민 jimin,수빈 subin,하은 haeun,예은 yeeun,윤서 yoonseo,채원 chaewon,"
        "수아 sua,지아 jia,유진 yujin,은지 eunji,혜진 hyejin,지현 jihyun,수진 sujin,미경 mikyung,은주 eunju,영희 younghee,"
        "하늘 haneul,소라 sora,다은 daeun,나연 nayeon,가영 gayoung,보라 bora,세영 seyoung,아름 areum,정아 junga,현정 hyunjung,"
        "선영 sunyoung,경희 kyunghee,지혜 jihye,소연 soyeon,유나 yuna,예린 yerin,시은 sieun,다인 dain,연우 yeonwoo,주희 juhee,"
        "인영 inyoung,혜원 hyewon,효진 hyojin,수현 suhyun,민지 minji,슬기 seulgi,아영 ayoung,윤아 yoona,재희 jaehee,희수 heesu"
    ),
    _pairs(
        "서준 seojun,민준 minjun,도윤 doyun,예준 yejun,시우 siwoo,주원 juwon,하준 hajun,지호 jiho,지훈 jihoon,준서 junseo,"
        "건우 gunwoo,현우 hyunwoo,우진 woojin,선우 sunwoo,동현 donghyun,성민 sungmin,영수 youngsu,정훈 junghoon,상현 sanghyun,재민 jaemin,"
        "태윤 taeyoon,승현 seunghyun,민수 minsu,진우 jinwoo,성호 sungho,준영 junyoung,한결 hangyeol,은우 eunwoo,시윤 siyoon,재원 jaewon,"
        "경민 kyungmin,대현 daehyun,인호 inho,용준 yongjun,철민 chulmin,태호 taeho,형준 hyungjun,기범 gibum,상우 sangwoo,윤재 yoonjae"
    ),
)

WESTERN = (
    "Jana Emma Sophie Clara Olivia Mia Hannah Grace Lucy Elena Ingrid Freya Nora Alice Camille Chloe Maya Julia Rosa Anna Ida Laura Mei Yuki "
    "Aiko Linh Priya Sara Helen Zoe".split(),
    "Daniel James Lucas Oliver Noah Felix Jonas Erik Henry Adam Leo Marco Paul Simon David Ken Hiro Wei Arjun Thomas Hugo Oscar Max Samuel "
    "Peter Ryan Julian Ben Victor Nils".split(),
)
FAMILIES = (
    "Lund Clark Meyer Moreau Rossi Novak Silva Jensen Berg Walsh Turner Hughes Patel Sato Tanaka Chen Wong Nguyen Weber Keller Laurent Costa "
    "Andersen Lindqvist Fraser Murphy Bennett Carter Hayes Ortiz Kim Lee Park Fischer Vogel Marin Dubois Haas Ito Mori"
).split()

# store code, Korean name, English name, city, share of customers
STORES = (
    ("GN", "강남 본점", "Gangnam", "서울", 0.30),
    ("SS", "성수점", "Seongsu", "서울", 0.22),
    ("MD", "명동점", "Myeongdong", "서울", 0.19),
    ("BS", "부산 센텀점", "Busan Centum", "부산", 0.17),
    ("DJ", "대전점", "Daejeon", "대전", 0.12),
)
ELSEWHERE = (
    ("WH", "이천 물류센터", "Icheon warehouse", "warehouse", "이천"),
    ("ON", "온라인몰", "Online shop", "online", ""),
)

# name, role, store, PIN; the first of a store is its manager
STAFF = (
    ("한소라", "manager", 0, "952001"), ("이서준", "associate", 0, "284100"), ("윤도현", "associate", 0, "314159"),
    ("Emma Clark", "associate", 0, "271828"), ("오지훈", "manager", 1, "952002"), ("문가영", "associate", 1, "161803"),
    ("배현우", "manager", 2, "952003"), ("Yuki Sato", "associate", 2, "141421"), ("정미경", "manager", 3, "952004"),
    ("손태호", "associate", 3, "173205"), ("권은주", "manager", 4, "952005"), ("노준영", "associate", 4, "223606"),
)  # fmt: skip

STREETS = (
    (
        "서울",
        ("강남구 테헤란로", "서초구 서초대로", "송파구 올림픽로", "강남구 도산대로", "성동구 왕십리로"),
        ("06", "06", "05", "06", "04"),
    ),
    (
        "서울",
        ("성동구 성수이로", "광진구 아차산로", "성동구 뚝섬로", "동대문구 왕산로", "중랑구 망우로"),
        ("04", "05", "04", "02", "02"),
    ),
    (
        "서울",
        ("중구 명동길", "종로구 율곡로", "마포구 양화로", "용산구 이태원로", "서대문구 신촌로"),
        ("04", "03", "04", "04", "03"),
    ),
    (
        "부산",
        ("해운대구 센텀남대로", "수영구 광안해변로", "부산진구 중앙대로", "해운대구 해운대로", "남구 수영로"),
        ("48",) * 5,
    ),
    (
        "대전",
        ("서구 둔산로", "유성구 대학로", "중구 중앙로", "유성구 노은로", "서구 계룡로"),
        ("35", "34", "34", "34", "35"),
    ),
)

SAYS = (
    (("미니멀", "Minimal"), ("클래식", "Classic"), ("스트리트", "Street"), ("로맨틱", "Romantic"), ("내추럴", "Natural")),
    (("울 알레르기", "Wool allergy"), ("금속 알레르기", "Metal allergy"), ("무향 선호", "Prefers unscented"), ("발볼 넓음", "Wide feet"),
     ("선물 포장 선호", "Likes gift wrapping"), ("저녁 방문 선호", "Comes in the evening"), ("비건 소재 선호", "Prefers vegan materials")),
)  # fmt: skip

# the ratings people leave: Korean, English
RATINGS = (
    ("사이즈를 바로 찾아 주셨어요.", "Found my size at once."), ("포장이 정말 예뻤어요.", "The wrapping was lovely."),
    ("설명이 친절했어요.", "Clear and kind advice."), ("색이 화면과 조금 달라요.", "The colour is a little different from the screen."),
    ("재구매할게요.", "I will buy it again."), ("배송이 빨랐어요.", "It arrived quickly."),
    ("조금 기다렸지만 만족해요.", "A short wait, but worth it."), ("선물했더니 좋아했어요.", "A present that was liked."),
)  # fmt: skip


class Known:
    """A person whom tours and screens rely on by name; sizes are indices into the tables of sizes."""

    def __init__(self, name: str, mail: str, phone: str, tier: str, **more: object) -> None:
        self.name, self.mail, self.phone, self.tier, self.more = name, mail, phone, tier, more


KNOWN = (
    Known("김민서", "minseo.kim@example.kr", "010-4821-2841", "gold", woman=True, trips=19.0, style=0, owner=1),
    Known("최유진", "yujin.choi@example.kr", "010-3307-5162", "platinum", woman=True, trips=15.0, style=3, owner=2),
    Known("Daniel Kim", "daniel.kim@example.com", "010-7745-1908", "silver", woman=False, trips=10.0, style=1, owner=1),
    Known("Jana Lund", "jana.lund@example.com", "010-2164-8830", "gold", woman=True, trips=12.0, style=4, owner=3),
    Known("박하늘", "haneul.park@example.kr", "010-5590-4417", "member", woman=True, trips=6.0, style=2, owner=2),
    Known("이서연", "seoyeon.lee@example.kr", "010-6238-7105", "gold", woman=True, trips=13.0, style=0, owner=1),
    Known("정우진", "woojin.jung@example.kr", "010-9012-3346", "silver", woman=False, trips=9.0, style=1, owner=1),
    Known("한지원", "jiwon.han@example.kr", "010-4476-2093", "member", woman=True, trips=5.0, style=4, owner=3),
    Known("Mia Sato", "mia.sato@example.com", "010-8153-6674", "platinum", woman=True, trips=14.0, style=3, owner=2),
)
