//! What shops sell, in the languages and scripts they write.

use kernel::Currency;

/// A language as a shop uses it.
pub(super) struct Language {
    pub(super) currency: Currency,
    /// How a spreadsheet in it writes yes and no.
    pub(super) truth: (&'static str, &'static str),
    /// Whether its spreadsheets write decimal commas, and semicolons between cells.
    pub(super) has_commas: bool,
    pub(super) goods: &'static [&'static str],
    pub(super) kinds: &'static [&'static str],
    /// Names of options, and values of each.
    pub(super) options: [(&'static str, &'static [&'static str]); 3],
    pub(super) sentences: &'static [&'static str],
}

const SIZES: &[&str] = &["XS", "S", "M", "L", "XL", "2XL", "36 1/2", "10\"", "3-5"];
const ENGLISH: (&str, &str) = ("TRUE", "FALSE");

pub(super) const LANGUAGES: [&Language; 16] = [
    &Language {
        currency: Currency::Usd,
        truth: ENGLISH,
        has_commas: false,
        goods: &[
            "Blue Mug",
            "Salt & Pepper",
            "24\" Frame",
            "Nan’s Biscuits",
            "C++ Primer",
            "NAN 1",
        ],
        kinds: &["Kitchen", "Books & Media", "-", "Tea/Coffee"],
        options: [
            ("Color", &["Red", "Light, blue", "None"]),
            ("Size", SIZES),
            ("Pack", &["1", "2 for 1", "12.0"]),
        ],
        sentences: &[
            "It's \"the\" best, really.",
            "5 < 6 & 7 > 3",
            "Dishwasher-safe.",
        ],
    },
    &Language {
        currency: Currency::Eur,
        truth: ("WAHR", "FALSCH"),
        has_commas: true,
        goods: &[
            "Größe Tasse",
            "Weißbier-Glas",
            "Käse „Bergkräuter“",
            "Öl; nativ, extra",
        ],
        kinds: &["Küche", "Getränke; Bier", "Geschenke für sie"],
        options: [
            ("Farbe", &["Grün", "Weiß", "Blau; matt"]),
            ("Größe", SIZES),
            ("Länge", &["1,5 m", "2,0 m", "10 cm"]),
        ],
        sentences: &[
            "Für Genießer; täglich frisch, 1,5 l.",
            "Übrigens: „spülmaschinenfest“!",
        ],
    },
    &Language {
        currency: Currency::Eur,
        truth: ("VRAI", "FAUX"),
        has_commas: true,
        goods: &[
            "Crème brûlée",
            "L’Été à Paris",
            "Œuf d’août",
            "Thé vert n° 5",
        ],
        kinds: &["Épicerie fine", "Maison > Thé", "Noël"],
        options: [
            ("Couleur", &["Bleu ciel", "Écru", "Noir"]),
            ("Taille", SIZES),
            ("Matière", &["Coton", "Lin", "Soie"]),
        ],
        sentences: &[
            "C’est « très » bon, n’est-ce pas ?",
            "Fait à la main; 100 % coton.",
        ],
    },
    &Language {
        currency: Currency::Try,
        truth: ("DOĞRU", "YANLIŞ"),
        has_commas: true,
        goods: &["İnci Küpe", "Işıklı Ağaç", "Çay Bardağı", "ŞEKER"],
        kinds: &["Takı", "Mutfak", "Ev & Yaşam"],
        options: [
            ("Renk", &["Kırmızı", "Sarı", "İndigo"]),
            ("Beden", SIZES),
            ("Tür", &["Altın", "Gümüş", "Çelik"]),
        ],
        sentences: &["İyi günlerde kullanın.", "%100 el yapımı, \"özel\" kutuda."],
    },
    &Language {
        currency: Currency::Pln,
        truth: ("PRAWDA", "FAŁSZ"),
        has_commas: true,
        goods: &["Żółta łódź", "Kubek ćma", "Zażółć gęślą jaźń"],
        kinds: &["Dom i ogród", "Zabawki"],
        options: [
            ("Kolor", &["Żółty", "Błękitny", "Różowy"]),
            ("Rozmiar", SIZES),
            ("Wzór", &["Gładki", "W kropki", "W paski"]),
        ],
        sentences: &["Świetny prezent; polecamy.", "Ręcznie robione „z sercem”."],
    },
    &Language {
        currency: Currency::Eur,
        truth: ("ΑΛΗΘΗΣ", "ΨΕΥΔΗΣ"),
        has_commas: true,
        goods: &["Ελαιόλαδο", "Μέλι θυμαρίσιο", "Χειροποίητο Σαπούνι"],
        kinds: &["Τρόφιμα", "Δώρα"],
        options: [
            ("Χρώμα", &["Μπλε", "Λευκό", "Κόκκινο"]),
            ("Μέγεθος", SIZES),
            ("Βάρος", &["250 γρ.", "500 γρ.", "1 κιλό"]),
        ],
        sentences: &["Φτιαγμένο στην Κρήτη.", "Για κάθε μέρα, «για όλους»."],
    },
    &Language {
        currency: Currency::Kwd,
        truth: ENGLISH,
        has_commas: false,
        goods: &["تمر المدينة", "قهوة عربية", "عطر العود"],
        kinds: &["عطور", "أغذية"],
        options: [
            ("اللون", &["أحمر", "أزرق", "أسود"]),
            ("المقاس", SIZES),
            ("العبوة", &["٢٥٠ غ", "٥٠٠ غ", "١ كغ"]),
        ],
        sentences: &["منتج طبيعي، بدون سكر.", "شحن «مجاني» داخل الكويت."],
    },
    &Language {
        currency: Currency::Ils,
        truth: ENGLISH,
        has_commas: false,
        goods: &["כוס תה", "ספר ילדים", "שָׁלוֹם"],
        kinds: &["בית", "ספרים"],
        options: [
            ("צבע", &["אדום", "כחול", "לבן"]),
            ("מידה", SIZES),
            ("חומר", &["עץ", "זכוכית", "מתכת"]),
        ],
        sentences: &["מוצר \"איכותי\", תוצרת הארץ.", "משלוח חינם מעל 200 ש״ח."],
    },
    &Language {
        currency: Currency::Inr,
        truth: ENGLISH,
        has_commas: false,
        goods: &["हिन्दी किताब", "मसाला चाय", "रेशमी साड़ी"],
        kinds: &["रसोई", "कपड़े"],
        options: [
            ("रंग", &["लाल", "नीला", "हरा"]),
            ("आकार", SIZES),
            ("वज़न", &["100 ग्राम", "250 ग्राम", "1 किलो"]),
        ],
        sentences: &["शुद्ध और ताज़ा।", "हाथ से बना, \"घर\" जैसा।"],
    },
    &Language {
        currency: Currency::Thb,
        truth: ENGLISH,
        has_commas: false,
        goods: &["ข้าวหอมมะลิ", "ข่าวสาร", "เสื้อผ้าไหม"],
        kinds: &["อาหาร", "เสื้อผ้า"],
        options: [
            ("สี", &["แดง", "น้ำเงิน", "ขาว"]),
            ("ขนาด", SIZES),
            ("น้ำหนัก", &["1 กก.", "5 กก.", "500 ก."]),
        ],
        sentences: &["ของแท้จากเชียงใหม่", "ส่งฟรี, ทั่วประเทศ"],
    },
    &Language {
        currency: Currency::Jpy,
        truth: ENGLISH,
        has_commas: false,
        goods: &["抹茶セット", "ガラスの器", "ﾊﾟﾝｹｰｷ"],
        kinds: &["食品", "キッチン"],
        options: [
            ("色", &["赤", "青", "白"]),
            ("サイズ", SIZES),
            ("種類", &["甘口", "辛口", "無糖"]),
        ],
        sentences: &["毎日、使える器です。", "「日本製」・送料無料"],
    },
    &Language {
        currency: Currency::Cny,
        truth: ENGLISH,
        has_commas: false,
        goods: &["龙井茶叶", "青花瓷碗", "丝绸围巾"],
        kinds: &["茶", "家居"],
        options: [
            ("颜色", &["红色", "蓝色", "白色"]),
            ("尺寸", SIZES),
            ("规格", &["50克", "100克", "礼盒装"]),
        ],
        sentences: &["手工制作,品质保证。", "“正品”包邮。"],
    },
    &Language {
        currency: Currency::Krw,
        truth: ENGLISH,
        has_commas: false,
        goods: &["고려 인삼", "한복 드레스", "김치 세트"],
        kinds: &["식품", "의류"],
        options: [
            ("색상", &["빨강", "파랑", "하양"]),
            ("사이즈", SIZES),
            ("용량", &["500g", "1kg", "2kg"]),
        ],
        sentences: &["매일 신선하게, 집까지.", "\"정품\" 보장"],
    },
    &Language {
        currency: Currency::Gbp,
        truth: ENGLISH,
        has_commas: false,
        goods: &["🎁", "Party 🎉 Box", "👩🏽‍🚀 Poster", "Tee ❤️"],
        kinds: &["🎁", "Gifts 🎁"],
        options: [
            ("Emoji", &["😀", "🍎", "👍🏽"]),
            ("Size", SIZES),
            ("Flag", &["🇩🇪", "🇯🇵", "🏴‍☠️"]),
        ],
        sentences: &["Love it ❤️, truly 😀!", "100 % fun 🎉"],
    },
    &Language {
        currency: Currency::Bhd,
        truth: ENGLISH,
        has_commas: false,
        goods: &["Gold ring", "Oud & Musk", "Pearl #7"],
        kinds: &["Jewellery", "Perfume"],
        options: [
            ("Metal", &["Gold", "White gold", "Platin"]),
            ("Ring size", SIZES),
            ("Stone", &["Ruby", "Pearl", "No stone"]),
        ],
        sentences: &["18-carat, \"hallmarked\".", "Made in Bahrain; boxed."],
    },
    &Language {
        currency: Currency::Vnd,
        truth: ENGLISH,
        has_commas: false,
        goods: &["Áo dài lụa", "Cà phê sữa đá", "Nón lá Huế"],
        kinds: &["Thời trang", "Đồ uống"],
        options: [
            ("Màu sắc", &["Đỏ", "Xanh", "Trắng"]),
            ("Kích cỡ", SIZES),
            ("Loại", &["Đậm", "Nhạt", "Vừa"]),
        ],
        sentences: &["Hàng thủ công, đẹp lắm.", "Giao hàng \"miễn phí\"."],
    },
];
