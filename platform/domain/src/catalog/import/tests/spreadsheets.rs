//! What spreadsheets and pandas make of cells.

use super::{legacy, read};
use crate::catalog::draft::ProductStatus;

#[test]
fn nan_is_an_empty_cell_and_is_noted() {
    let contents = read(legacy(
        "mug,Mug,nan,nan,nan,Title,Default Title,nan,nan,NaN,nan,nan,nan,10.0,nan,nan,nan,nan\n\
         mug,nan,nan,nan,nan,nan,nan,nan,nan,nan,nan,nan,nan,nan,a.webp,2.0,nan,nan\n\
         nan-1,NAN 1,,NAN,,,,,Nan,,,,,12,,,,\n",
    ));

    assert_eq!(contents.told(), Vec::<String>::new());
    let [mug, milk] = contents.products.as_slice() else {
        panic!("there are two products: {contents:?}");
    };
    assert_eq!((mug.options.len(), mug.variants.len()), (0, 1));
    assert_eq!(
        (
            mug.fields.text.description_html.as_str(),
            mug.fields.text.vendor.as_str()
        ),
        ("", "")
    );
    assert_eq!(mug.variants[0].sku, None);
    assert_eq!(mug.variants[0].price.unwrap().amount_minor, 1000);
    assert_eq!(mug.images[0].source, "a.webp");
    assert_eq!(
        (
            milk.fields.text.title.as_str(),
            milk.fields.text.vendor.as_str()
        ),
        ("NAN 1", "NAN")
    );
    assert_eq!(milk.variants[0].sku.as_deref(), Some("Nan"));
    assert_eq!(
        contents.notes,
        ["rows with nan, which is taken for an empty cell: 2 (lines 2, 3)"]
    );
}

#[test]
fn yes_and_no_are_read_in_the_language_of_the_spreadsheet() {
    for (yes, no) in [
        ("TRUE", "FALSE"),
        ("True", "False"),
        ("WAHR", "FALSCH"),
        ("VRAI", "FAUX"),
        ("verdadero", "falso"),
        ("VERO", "FALSO"),
        ("WAAR", "ONWAAR"),
        ("PRAWDA", "FAŁSZ"),
        ("Doğru", "Yanlış"),
        ("ΑΛΗΘΗΣ", "ΨΕΥΔΗΣ"),
        ("ИСТИНА", "ЛОЖЬ"),
        ("1.0", "0.0"),
    ] {
        let contents = read(legacy(&format!(
            "mug,Mug,,,{yes},,,,,,shopify,1,{no},1,,,,\ncup,Cup,,,{no},,,,,,shopify,1,{yes},1,,,,\n"
        )));

        assert_eq!(contents.told(), Vec::<String>::new());
        let [mug, cup] = contents.products.as_slice() else {
            panic!("there are two products: {contents:?}");
        };
        assert_eq!(mug.fields.status, ProductStatus::Active, "{yes}");
        assert_eq!(cup.fields.status, ProductStatus::Draft, "{no}");
        let stock = |units| crate::catalog::draft::StockDraft::Tracked {
            on_hand: Some(1),
            allow_backorder: units,
        };
        assert_eq!(mug.variants[0].stock, stock(false));
        assert_eq!(cup.variants[0].stock, stock(true));
    }
}

#[test]
fn barcodes_that_were_taken_for_numbers_are_digits_again_or_left_out_with_a_note() {
    for (text, barcode, is_noted) in [
        ("4006381333931.0", Some("4006381333931"), false),
        ("4006381333931", Some("4006381333931"), false),
        ("'0012345678905", Some("0012345678905"), false),
        ("4.00638E+12", None, true),
        ("4,00638e+12", None, true),
        ("4E+12", None, true),
        ("ABC-1.0", Some("ABC-1.0"), false),
        ("E+12", Some("E+12"), false),
    ] {
        let contents = read(format!(
            "Handle;Title;Variant SKU;Variant Barcode\nmug;Mug;10.0;{text}\n"
        ));

        let mug = &contents.products[0].variants[0];
        assert_eq!(mug.barcode.as_deref(), barcode, "{text}");
        assert_eq!(mug.sku.as_deref(), Some("10.0"));
        let note = "codes that a spreadsheet has rounded, such as 4.00638E+12, which are no \
                    barcodes: 1 (lines 2)";
        assert_eq!(
            contents.notes.contains(&note.to_owned()),
            is_noted,
            "{text}"
        );
    }
    let contents = read("Handle,Title,Variant SKU\nmug,Mug,1.23E+11\n");
    assert_eq!(
        contents.products[0].variants[0].sku.as_deref(),
        Some("1.23E+11")
    );
    assert_eq!(contents.notes.len(), 1);
}

#[test]
fn numbers_that_can_be_read_in_two_ways_are_noted_with_commas_too() {
    let note = "amounts with three digits after the point, which is taken for a decimal point and \
                not for one of thousands: 1 (lines 2)";
    for row in ["1,250;;", "1.250;;", ";1.250;", ";;1.000"] {
        let contents = read(format!(
            "Handle;Title;Variant Price;Variant Grams;Variant Inventory Qty\nmug;Mug;{row}\n"
        ));

        assert_eq!(contents.told(), Vec::<String>::new());
        assert_eq!(contents.notes, [note], "{row}");
    }
}
