"""What the sample department store sells, kind by kind, as tables; knows no customers and draws nothing."""

from __future__ import annotations

from dataclasses import dataclass

CATEGORIES = (
    "Coats|Jackets|Knitwear|Shirts|Tops|Trousers|Skirts|Dresses|Boots|Sneakers|Shoes|Bags|Scarves|Belts|Hats|Jewellery|"
    "Watches|Perfume|Skin care|Make-up|Bath|Tableware|Lighting|Cushions|Blankets|Vases|Candles|Furniture"
).split("|")

SIZES = {
    "women": ("44", "55", "66", "77"),
    "men": ("95", "100", "105", "110"),
    "letters": ("S", "M", "L", "XL"),
    "waist": ("28", "30", "32", "34", "36"),
    "shoes_women": ("225", "230", "235", "240", "245", "250"),
    "shoes_men": ("255", "260", "265", "270", "275", "280"),
    "shoes": ("230", "235", "240", "245", "250", "260", "265", "270", "275", "280"),
    "perfume": ("30 ml", "50 ml", "100 ml"),
    "ring": ("11", "13", "15"),
    "one": ("",),
}

COLOURS = {
    "Ivory": ("아이보리", "#efe6d6"), "Cream": ("크림", "#f3ead9"), "Oat": ("오트", "#d8c8ad"), "Camel": ("카멜", "#b98450"),
    "Tan": ("탄", "#a9703f"), "Chestnut": ("체스트넛", "#7a4429"), "Mocha": ("모카", "#6b4f40"), "Black": ("블랙", "#2b2a2c"),
    "Charcoal": ("차콜", "#4b4d52"), "Grey": ("그레이", "#9a9ca0"), "White": ("화이트", "#f2f1ee"), "Navy": ("네이비", "#2c3a5c"),
    "Denim": ("데님", "#4f6f99"), "Sky": ("스카이", "#9dbfdc"), "Teal": ("틸", "#2f6f73"), "Sage": ("세이지", "#9bae93"),
    "Olive": ("올리브", "#6d6c43"), "Forest": ("포레스트", "#2f5142"), "Burgundy": ("버건디", "#702b3a"), "Red": ("레드", "#b83a35"),
    "Coral": ("코랄", "#e57a63"), "Rose": ("로즈", "#d69aa0"), "Blush": ("블러시", "#ecc9c2"), "Lilac": ("라일락", "#b6a5cf"),
    "Mustard": ("머스터드", "#cf9a37"), "Butter": ("버터", "#f0dca0"), "Gold": ("골드", "#cfa557"), "Silver": ("실버", "#bfc3c8"),
    "Amber": ("앰버", "#c8823a"), "Terracotta": ("테라코타", "#b9623f"), "Mint": ("민트", "#a9d3c0"), "Walnut": ("월넛", "#6f4a31"),
}  # fmt: skip

POOLS = {
    "tailored": "Camel Black Charcoal Navy Oat Grey Mocha Forest Burgundy Ivory",
    "knit": "Ivory Oat Navy Sage Rose Camel Charcoal Lilac Mustard Teal Burgundy Sky",
    "light": "White Sky Ivory Blush Sage Butter Lilac Navy Mint Coral",
    "legs": "Charcoal Black Oat Navy Olive Mocha Ivory Grey",
    "denim": "Denim Navy Black Sky",
    "dress": "Rose Black Forest Lilac Coral Navy Butter Teal Burgundy Sage",
    "leather": "Black Chestnut Tan Mocha Burgundy Camel Ivory Olive",
    "sport": "White Sage Sky Coral Navy Grey Mustard Lilac Black Mint",
    "vivid": "Coral Teal Mustard Burgundy Ivory Lilac Navy Sage Rose Sky",
    "metal": "Gold Silver",
    "scent": "Amber Blush Lilac Mint Sky Butter Rose Forest",
    "lips": "Red Rose Coral Burgundy Terracotta Blush",
    "care": "White Mint Blush Butter Sage Sky Lilac Cream",
    "clay": "Ivory Terracotta Sage Navy Oat Charcoal Sky Mustard",
    "soft": "Oat Sage Terracotta Navy Mustard Rose Ivory Charcoal Teal Lilac",
    "wood": "Walnut Oat Black Sage Terracotta",
}

# key | category | department | for | noun ko | noun en | low-high in thousand won | sizes | pool | colours | products | season
#   | rhythm in days (0: not used up) | appeal | art ; firsts ; seconds (ko=en, comma between), joined into the name
_ROWS = """
coat_w|Coats|0|w|코트|coat|289-690|women|tailored|2|16|winter|0|1.0|coat;울=Wool,캐시미어=Cashmere,알파카=Alpaca,트위드=Tweed,헤링본=Herringbone;더블=double,벨티드=belted,싱글=single,오버핏=oversized,트렌치=trench
coat_m|Coats|0|m|코트|coat|319-720|men|tailored|2|12|winter|0|.8|coat;울=Wool,캐시미어=Cashmere,멜톤=Melton,코튼=Cotton;체스터=chester,발마칸=balmacaan,더블=double,트렌치=trench
down|Coats|0|u|다운 재킷|down jacket|199-459|letters|vivid|2|8|winter|0|.9|down;경량=Light,구스=Goose,매트=Matte;롱=long,숏=short,후드=hooded
blazer_w|Jackets|0|w|재킷|blazer|179-389|women|tailored|2|12|autumn|0|.9|blazer;울=Wool,리넨=Linen,트위드=Tweed,크레이프=Crepe;더블=double,싱글=single,크롭=cropped
blazer_m|Jackets|0|m|블레이저|blazer|219-459|men|tailored|2|10|autumn|0|.7|blazer;울=Wool,코듀로이=Corduroy,호프색=Hopsack;더블=double,싱글=single,소프트=soft
trucker|Jackets|0|u|트러커 재킷|trucker jacket|129-219|letters|denim|1|6|spring|0|.7|trucker;데님=Denim,코튼=Cotton,스웨이드=Suede;클래식=classic,크롭=cropped
knit_w|Knitwear|0|w|니트|knit|89-219|women|knit|2|16|autumn|0|1.5|knit;메리노=Merino,캐시미어=Cashmere,램스울=Lambswool,모헤어=Mohair;롤넥=roll-neck,크루=crew,케이블=cable,브이넥=V-neck,립=ribbed
knit_m|Knitwear|0|m|니트|knit|99-239|men|knit|2|12|autumn|0|1.1|knit;메리노=Merino,캐시미어=Cashmere,코튼=Cotton;크루=crew,하프집=half-zip,케이블=cable,롤넥=roll-neck
cardigan|Knitwear|0|w|카디건|cardigan|99-229|women|knit|2|10|spring|0|1.2|cardigan;메리노=Merino,캐시미어=Cashmere,코튼=Cotton,알파카=Alpaca;브이넥=V-neck,크루=crew,크롭=cropped
blouse|Shirts|0|w|블라우스|blouse|79-179|women|light|2|14|spring|0|1.2|blouse;실크=Silk,새틴=Satin,코튼=Cotton,시폰=Chiffon;타이=tie,셔링=gathered,클래식=classic,스트라이프=striped
shirt|Shirts|0|m|셔츠|shirt|69-149|men|light|2|12|all|0|1.2|shirt;옥스퍼드=Oxford,리넨=Linen,포플린=Poplin,플란넬=Flannel;클래식=classic,스트라이프=striped,체크=checked
tee|Tops|0|u|티셔츠|T-shirt|39-79|letters|light|2|12|summer|0|1.3|tee;코튼=Cotton,수피마=Supima,헤비=Heavy,리넨=Linen;크루=crew,스트라이프=striped,포켓=pocket
slacks_w|Trousers|0|w|팬츠|trousers|99-219|women|legs|2|14|all|0|1.4|trousers;울=Wool,리넨=Linen,크레이프=Crepe,코튼=Cotton;와이드=wide,테이퍼드=tapered,플리츠=pleated,스트레이트=straight
slacks_m|Trousers|0|m|팬츠|trousers|99-209|waist|legs|2|12|all|0|1.1|trousers;울=Wool,치노=Chino,코듀로이=Corduroy;와이드=wide,테이퍼드=tapered,스트레이트=straight,플리츠=pleated
jeans|Trousers|0|u|데님 팬츠|jeans|99-189|letters|denim|1|8|all|0|1.1|jeans;셀비지=Selvedge,워시드=Washed,로=Raw;스트레이트=straight,와이드=wide,슬림=slim
skirt|Skirts|0|w|스커트|skirt|79-199|women|dress|1|14|spring|0|1.0|skirt;새틴=Satin,울=Wool,데님=Denim,코튼=Cotton;플리츠=pleated,미디=midi,에이라인=A-line,펜슬=pencil
dress|Dresses|0|w|원피스|dress|129-329|women|dress|2|20|summer|0|1.1|dress;실크=Silk,리넨=Linen,저지=Jersey,코튼=Cotton,니트=Knitted;랩=wrap,셔츠=shirt,슬립=slip,플라워=floral,에이라인=A-line
boots_w|Boots|0|w|부츠|boots|179-389|shoes_women|leather|1|12|winter|0|.9|boots;가죽=Leather,스웨이드=Suede;첼시=chelsea,앵클=ankle,롱=tall,레이스업=lace-up
boots_m|Boots|0|m|부츠|boots|199-399|shoes_men|leather|1|6|winter|0|.6|boots;가죽=Leather,스웨이드=Suede;첼시=chelsea,처카=chukka,레이스업=lace-up
sneakers|Sneakers|0|u|스니커즈|sneakers|89-219|shoes|sport|1|14|all|0|1.3|sneakers;레더=Leather,니트=Knit,캔버스=Canvas,스웨이드=Suede;러닝=running,코트=court,하이탑=high-top,데일리=everyday
loafers|Shoes|0|u|로퍼|loafers|159-329|shoes|leather|1|12|spring|0|.9|loafers;가죽=Leather,스웨이드=Suede,페이턴트=Patent;페니=penny,태슬=tassel,호스빗=snaffle,소프트=soft
pumps|Shoes|0|w|펌프스|pumps|139-299|shoes_women|leather|1|10|spring|0|.8|pumps;가죽=Leather,스웨이드=Suede,새틴=Satin;스틸레토=stiletto,블록힐=block,슬링백=slingback
tote|Bags|0|w|토트백|tote|189-690|one|leather|3|16|all|0|.9|tote;가죽=Leather,캔버스=Canvas,그레인=Grained;데일리=daily,미니=mini,버킷=bucket,스트럭처=structured
crossbody|Bags|0|u|크로스백|crossbody|129-420|one|leather|3|12|all|0|.9|crossbody;가죽=Leather,퀼팅=Quilted,나일론=Nylon;새들=saddle,체인=chain,카메라=camera
backpack|Bags|0|u|백팩|backpack|99-329|one|vivid|3|8|all|0|.7|backpack;나일론=Nylon,캔버스=Canvas,가죽=Leather;시티=city,롤탑=roll-top,미니=mini
scarf|Scarves|0|u|스카프|scarf|59-189|one|vivid|3|18|winter|0|1.1|scarf;캐시미어=Cashmere,실크=Silk,울=Wool,모달=Modal;프린지=fringed,체크=checked,스퀘어=square,스트라이프=striped,롱=long
belt|Belts|0|u|벨트|belt|49-139|letters|leather|1|10|all|0|.7|belt;가죽=Leather,스웨이드=Suede,우븐=Woven;클래식=classic,슬림=slim,와이드=wide
hat|Hats|0|u|모자|hat|39-129|one|soft|2|14|winter|0|.8|hat;울=Wool,코튼=Cotton,캐시미어=Cashmere,라피아=Raffia;비니=beanie,볼캡=baseball,버킷=bucket,페도라=fedora
necklace|Jewellery|0|w|목걸이|necklace|79-390|one|metal|2|10|all|0|.7|necklace;담수진주=Pearl,실버=Silver,14K=14K,크리스털=Crystal;펜던트=pendant,체인=chain,레이어드=layered
earrings|Jewellery|0|w|귀걸이|earrings|49-290|one|metal|2|10|all|0|.8|earrings;담수진주=Pearl,실버=Silver,14K=14K;드롭=drop,후프=hoop,스터드=stud
ring|Jewellery|0|w|반지|ring|69-420|ring|metal|1|6|all|0|.5|ring;실버=Silver,14K=14K,오닉스=Onyx;시그넷=signet,밴드=band,솔리테어=solitaire
watch|Watches|0|u|시계|watch|189-590|one|leather|2|10|all|0|.5|watch;스틸=Steel,레더=Leather,세라믹=Ceramic;클래식=classic,다이버=diver,스퀘어=square
perfume|Perfume|1|u|향수|perfume|78-198|perfume|scent|1|16|all|150|1.1|perfume;우드=Wood,무화과=Fig,백단향=Sandalwood,자두꽃=Plum Blossom,바다소금=Sea Salt,은방울꽃=Lily;아침=morning,밤=night,정원=garden,숲=forest
cream|Skin care|1|u|크림|cream|38-128|one|care|1|12|winter|62|1.5|jar;쌀겨=Rice Bran,인삼=Ginseng,시카=Cica,세라마이드=Ceramide;수분=moisture,나이트=night,리프트=firming
hand_cream|Skin care|1|u|핸드크림|hand cream|18-36|one|care|1|12|winter|38|1.6|tube;시어버터=Shea,동백=Camellia,유자=Yuja,라벤더=Lavender;리필=refill,데일리=daily,리치=rich
serum|Skin care|1|u|세럼|serum|42-118|one|scent|1|12|all|55|1.4|dropper;비타민=Vitamin,녹차=Green Tea,히알루론=Hyaluron,프로폴리스=Propolis;광채=glow,진정=calming,탄력=firming
cleanser|Skin care|1|u|클렌저|cleanser|22-46|one|care|1|8|all|48|1.4|pump;쑥=Mugwort,쌀=Rice,녹차=Green Tea;젤=gel,오일=oil,폼=foam
lipstick|Make-up|1|w|립스틱|lipstick|28-52|one|lips|3|14|all|95|1.3|lipstick;벨벳=Velvet,새틴=Satin,글로우=Glow,매트=Matte,틴트=Tint;클래식=classic,쉬어=sheer,롱웨어=lasting
palette|Make-up|1|w|팔레트|palette|39-79|one|lips|1|10|spring|0|.8|palette;노을=Dusk,모래=Sand,들꽃=Wildflower,단풍=Maple;아이=eye,블러셔=blush,멀티=multi
compact|Make-up|1|w|쿠션 팩트|cushion compact|36-62|one|care|2|6|summer|70|1.2|compact;글로우=Glow,벨벳=Velvet,실크=Silk;커버=cover,라이트=light
soap|Bath|1|u|비누|soap|9-24|one|care|1|10|all|32|1.2|soap;올리브=Olive,숯=Charcoal,동백=Camellia,오트밀=Oatmeal;수제=handmade,데일리=daily,정원=garden
shampoo|Bath|1|u|샴푸|shampoo|24-48|one|scent|1|8|all|44|1.4|bottle;편백=Cypress,생강=Ginger,로즈메리=Rosemary;두피=scalp,손상=repair,데일리=daily
mug|Tableware|2|u|머그|mug|18-42|one|clay|2|12|winter|0|1.0|mug;백자=Porcelain,분청=Stoneware,테라=Terra,유약=Glazed;라운드=round,톨=tall,에스프레소=espresso
plate|Tableware|2|u|접시|plate|22-68|one|clay|2|12|all|0|1.0|plate;백자=Porcelain,분청=Stoneware,유약=Glazed;디너=dinner,디저트=dessert,오벌=oval
bowl|Tableware|2|u|볼|bowl|19-58|one|clay|2|8|all|0|.9|bowl;백자=Porcelain,분청=Stoneware,나무=Wooden;면기=noodle,샐러드=salad,미니=small
teapot|Tableware|2|u|티포트|teapot|58-148|one|clay|1|6|winter|0|.5|teapot;백자=Porcelain,분청=Stoneware,무쇠=Iron;라운드=round,클래식=classic
glass|Tableware|2|u|글라스|glass|16-48|one|scent|1|6|summer|0|.8|glass;크리스털=Crystal,리플=Rippled,유리=Clear;와인=wine,텀블러=tumbler
lamp|Lighting|2|u|램프|lamp|89-320|one|soft|2|14|winter|0|.7|lamp;리넨=Linen,황동=Brass,한지=Hanji,세라믹=Ceramic;테이블=table,플로어=floor,버섯=mushroom,데스크=desk
cushion|Cushions|2|u|쿠션|cushion|29-79|one|soft|3|14|autumn|0|1.1|cushion;리넨=Linen,벨벳=Velvet,부클레=Boucle,울=Wool;스트라이프=striped,체크=checked,플레인=plain,자수=embroidered
blanket|Blankets|2|u|블랭킷|blanket|79-239|one|soft|2|12|winter|0|.9|blanket;울=Wool,캐시미어=Cashmere,와플=Waffle,알파카=Alpaca;체크=checked,프린지=fringed,헤링본=herringbone
vase|Vases|2|u|화병|vase|39-168|one|clay|2|14|spring|0|.8|vase;백자=Porcelain,분청=Stoneware,유리=Glass,테라코타=Terracotta;달항아리=moon,원통=cylinder,병=bottle,오브제=sculptural
candle|Candles|2|u|캔들|candle|32-78|one|scent|1|14|winter|52|1.2|candle;무화과=Fig,소나무=Pine,바닐라=Vanilla,국화=Chrysanthemum;소이=soy,필라=pillar,아로마=aroma
diffuser|Candles|2|u|디퓨저|diffuser|38-88|one|scent|1|8|all|75|1.1|diffuser;백단향=Sandalwood,유자=Yuja,라벤더=Lavender;룸=room,미니=mini
chair|Furniture|2|u|의자|chair|189-690|one|wood|2|10|spring|0|.35|chair;월넛=Walnut,오크=Oak,라탄=Rattan;라운지=lounge,다이닝=dining,스툴=stool
table|Furniture|2|u|사이드 테이블|side table|159-420|one|wood|2|6|spring|0|.3|table;월넛=Walnut,대리석=Marble,오크=Oak;라운드=round,트레이=tray
"""


@dataclass(frozen=True)
class Kind:
    """One row of the table: prices in won, `rhythm` in days (0 when it is not used up), `art` names its drawing."""

    key: str
    category: str
    department: int
    who: str
    noun: tuple[str, str]
    low: int
    high: int
    sizes: tuple[str, ...]
    scheme: str
    pool: tuple[str, ...]
    colours: int
    products: int
    season: str
    rhythm: int
    appeal: float
    art: str
    firsts: tuple[tuple[str, str], ...]
    seconds: tuple[tuple[str, str], ...]


def _words(text: str) -> tuple[tuple[str, str], ...]:
    pairs = (word.split("=") for word in text.split(","))
    return tuple((ko, en) for ko, en in pairs)


def _kind(row: str) -> Kind:
    head, firsts, seconds = row.split(";")
    cell = head.split("|")
    low, high = (int(part) * 1000 for part in cell[6].split("-"))
    return Kind(
        cell[0], cell[1], int(cell[2]), cell[3], (cell[4], cell[5]), low, high, SIZES[cell[7]], cell[7],
        tuple(POOLS[cell[8]].split()), int(cell[9]), int(cell[10]), cell[11], int(cell[12]), float(cell[13]), cell[14],
        _words(firsts), _words(seconds),
    )  # fmt: skip


KINDS = tuple(_kind(row) for row in _ROWS.strip().splitlines())
