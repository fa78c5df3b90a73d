//! Rows as people and spreadsheets write them.

use super::{legacy, read};

#[test]
fn a_repeated_row_adds_no_option() {
    let contents = read(legacy(
        "lamp,Lamp,,,,Title,Default Title,,,,,,,10,https://e.example/1.jpg,,,\n\
         lamp,Lamp,,,,Title,Default Title,,,,,,,10,https://e.example/2.jpg,,,\n",
    ));

    let lamp = &contents.products[0];
    assert_eq!(lamp.options, Vec::<String>::new());
    assert_eq!((lamp.variants.len(), lamp.images.len()), (1, 2));
    assert_eq!(lamp.variants[0].title(), "");
    assert_eq!(contents.told(), Vec::<String>::new());
}

#[test]
fn line_ends_and_tabs_in_names_are_blanks() {
    let contents = read(legacy(
        "mug,\"Blue\r\n Mug\",,\"Kiln\tWorks\",,\"Col\nour\",\"Light\u{2028}blue\",,\"M\n1\",,,,,10,,,,\n",
    ));

    let mug = &contents.products[0];
    assert_eq!(contents.told(), Vec::<String>::new());
    assert_eq!(mug.fields.text.title, "Blue Mug");
    assert_eq!(mug.fields.text.vendor, "Kiln Works");
    assert_eq!(mug.options, ["Col our"]);
    assert_eq!(mug.variants[0].option_values, ["Light blue"]);
    assert_eq!(mug.variants[0].sku.as_deref(), Some("M 1"));
}

#[test]
fn a_type_that_says_nothing_is_no_category() {
    let long = "x".repeat(220);
    for (kind, path) in [
        ("-", &[][..]),
        ("???", &[]),
        ("\u{1f381}", &[]),
        (long.as_str(), &[]),
        ("Kitchen > - > Mugs", &["Kitchen", "Mugs"]),
        ("Cafe\u{301}", &["Caf\u{e9}"]),
    ] {
        let contents = read(format!(
            "Handle,Title,Type,Variant Price\nmug,Mug,{kind},10\n"
        ));

        assert_eq!(contents.told(), Vec::<String>::new(), "{kind}");
        assert_eq!(contents.products[0].fields.category, path, "{kind}");
    }
}

#[test]
fn a_file_with_semicolons_has_decimal_commas() {
    let rows = "mug;Mug;12,50;350,4;5,0\ncup;Cup;1.234,50;1.000;3\npot;Pot;9.50;;\n";
    let header = "Handle;Title;Variant Price;Variant Grams;Variant Inventory Qty\n";
    let contents = read(format!("{header}{rows}"));

    assert_eq!(contents.told(), Vec::<String>::new());
    let price = |index: usize| {
        contents.products[index].variants[0]
            .price
            .unwrap()
            .amount_minor
    };
    assert_eq!([price(0), price(1), price(2)], [1250, 123_450, 950]);
    assert_eq!(contents.products[0].variants[0].weight_grams, 350);
    let refused = read("Handle,Title,Variant Price\nmug,Mug,\"12,50\"\n");
    assert_eq!(refused.told(), ["2 Variant Price price_malformed"]);
}

#[test]
fn an_amount_that_can_be_read_in_two_ways_is_noted() {
    let contents = read("Handle,Title,Variant Price\nmug,Mug,1.250\ncup,Cup,12.50\n");

    let price = contents.products[0].variants[0].price.unwrap();
    assert_eq!(price.amount_minor, 125);
    assert_eq!(
        contents.notes,
        [
            "amounts with three digits after the point, which is taken for a decimal point and not \
             for one of thousands: 1 (lines 2)"
        ]
    );
}

#[test]
fn handles_that_are_written_differently_are_different_products() {
    for (one, other, slug) in [
        ("acme\u{2122}-wipes", "acme-wipes", "acme-wipes"),
        ("c++", "c#", "c"),
        ("Blue-Mug", "blue-mug", "blue-mug"),
    ] {
        let contents = read(format!(
            "Handle,Title,Vendor,Variant Price\n{one},One,Kiln,10\n{other},Other,Forge,10\n"
        ));

        assert_eq!(contents.slugs(), [slug, slug]);
        assert_eq!(contents.told(), Vec::<String>::new());
    }
    let contents = read("Handle,Title,Variant Price\nข้าว,Rice,10\nข่าว,News,5\n");
    assert_eq!(contents.slugs(), ["ข้าว", "ข่าว"]);
}
