//! Rows that real files have and that no description of the format mentions.

use super::{legacy, read};
use crate::catalog::draft::{PriceDraft, ProductStatus, StockDraft};

#[test]
fn a_row_with_a_handle_and_a_picture_brings_the_picture() {
    let contents = read(legacy(
        "mug,Mug,,,TRUE,,,,M1,,,,,12,a.webp,1,,\n\
         mug,,,,,,,,,,,,,,c.webp,3,,\n\
         mug,,,,,,,,,,,,,,b.webp,2,,\n\
         mug,,,,,,,,,,,,,,a.webp,4,,\n",
    ));

    let mug = &contents.products[0];
    let sources: Vec<&str> = mug
        .images
        .iter()
        .map(|image| image.source.as_str())
        .collect();
    assert_eq!(sources, ["a.webp", "b.webp", "c.webp"]);
    assert_eq!(mug.variants.len(), 1);
    assert_eq!(contents.told(), Vec::<String>::new());
}

#[test]
fn default_title_is_no_option() {
    let contents = read(legacy(
        "mug,Mug,,,,Title,Default Title,,,,,,,12,,,,\n\
         cup,Cup,,,,,,,,,,,,12,,,,\n\
         pot,Pot,,,,Title,MP3,,,,,,,12,,,,\n",
    ));

    let options: Vec<_> = contents
        .products
        .iter()
        .map(|product| product.options.clone())
        .collect();
    assert_eq!(options, [vec![], vec![], vec!["Title".to_owned()]]);
    assert_eq!(
        contents.products[0].variants[0].option_values,
        Vec::<String>::new()
    );
    assert_eq!(contents.products[0].variants[0].title(), "");
    assert_eq!(contents.products[2].variants[0].option_values, ["MP3"]);
}

#[test]
fn options_without_a_name_get_one_and_gaps_close() {
    let contents = read(legacy(
        "mug,Mug,,,,,,Large,,,,,,12,,,,\nmug,,,,,,,Small,,,,,,12,,,,\n",
    ));

    assert_eq!(contents.products[0].options, ["Option 2"]);
    assert_eq!(contents.products[0].variants[1].option_values, ["Small"]);
}

#[test]
fn a_variant_that_is_repeated_counts_once_and_one_that_differs_is_told() {
    let contents = read(legacy(
        "mug,Mug,,,,Colour,Blue,,M1,,,,,12,a.webp,1,,\n\
         mug,,,,,Colour,Blue,,M1,,,,,12,b.webp,2,,\n\
         mug,,,,,Colour,Blue,,M1,,,,,13,,,,\n\
         mug,,,,,Colour,Red,,M1,,,,,13,,,,\n\
         mug,,,,,Colour,Green,,M2,,,,,13,,,,\n",
    ));

    let mug = &contents.products[0];
    let values: Vec<_> = mug
        .variants
        .iter()
        .map(crate::catalog::draft::VariantDraft::title)
        .collect();
    assert_eq!(values, ["Blue", "Red", "Green"]);
    assert_eq!(mug.images.len(), 2);
    assert!(mug.is_partial);
    assert_eq!(contents.told(), ["4 Option1 Value duplicate_variant"]);
}

#[test]
fn notes_and_empty_rows_are_passed_over() {
    let contents = read(legacy(
        "This is a sample; delete this row before importing,,,,,,,,,,,,,,,,,\n\
         mug,Mug,,,,,,,,,,,,12,,,,\n\
         ,,,,,,,,,,,,,,,,,\n\
         just a line of text\n\
         mug,,,,,,,,,,,,,,a.webp,1,,\n",
    ));

    assert_eq!(contents.slugs(), ["mug"]);
    assert_eq!(contents.products[0].images.len(), 1);
    assert_eq!(contents.faults.count(), 0);
    assert_eq!(
        contents.notes,
        ["rows with nothing but a first cell, taken for notes: 3 (lines 2, 4, 5)"]
    );
    assert_eq!(contents.rows, 5);
    assert!(!contents.products[0].is_partial);
    let beside_an_index = read(",Handle,Title\n0,mug,Mug\n1,please check,\n2,,\n");
    assert_eq!(beside_an_index.slugs(), ["mug"]);
    assert_eq!(
        beside_an_index.notes[1],
        "rows with nothing but a first cell, taken for notes: 2 (lines 3, 4)"
    );
    let many = legacy(&"a note\n".repeat(7));
    assert_eq!(
        read(many).notes,
        ["rows with nothing but a first cell, taken for notes: 7 (lines 2, 3, 4, 5, 6 …)"]
    );
}

#[test]
fn what_is_not_published_is_a_draft() {
    for (published, status, expected) in [
        ("FALSE", "active", ProductStatus::Draft),
        ("FALSE", "", ProductStatus::Draft),
        ("TRUE", "", ProductStatus::Active),
        ("", "", ProductStatus::Active),
        ("true", "Active", ProductStatus::Active),
        ("TRUE", "draft", ProductStatus::Draft),
        ("TRUE", "unlisted", ProductStatus::Draft),
        ("TRUE", "archived", ProductStatus::Archived),
    ] {
        let contents = read(legacy(&format!(
            "mug,Mug,,,{published},,,,,,,,,12,,,,{status}\n"
        )));

        assert_eq!(
            contents.products[0].fields.status, expected,
            "{published} {status}"
        );
    }
}

#[test]
fn blank_cells_have_a_meaning() {
    let contents = read(legacy(
        "mug,Mug,,,,,,,,,,,,,,,,\n\
         cup,Cup,,,,,,,,249.5,shopify,,,12,,,,\n\
         pot,Pot,,,,,,,,0,shopify,-3,deny,0,,,,\n\
         jar,Jar,,,,,,,,250.0,shopify,-3,continue,1,,,,\n\
         box,Box,,,,,,,,1,,99,deny,1,,,,\n",
    ));

    let [mug, cup, pot, jar, open] = contents.products.as_slice() else {
        panic!("there are five products: {contents:?}");
    };
    assert_eq!(mug.variants[0].price, None);
    assert_eq!(mug.variants[0].weight_grams, 0);
    assert_eq!(mug.variants[0].stock, StockDraft::Untracked);
    assert!(mug.variants[0].requires_shipping && mug.variants[0].is_taxable);
    let tracked = |on_hand, allow_backorder| StockDraft::Tracked {
        on_hand,
        allow_backorder,
    };
    assert_eq!(cup.variants[0].stock, tracked(None, false));
    assert_eq!(cup.variants[0].weight_grams, 250);
    assert_eq!(pot.variants[0].stock, tracked(Some(0), false));
    let free = PriceDraft {
        amount_minor: 0,
        compare_at_minor: None,
    };
    assert_eq!(pot.variants[0].price, Some(free));
    assert_eq!(jar.variants[0].stock, tracked(Some(-3), true));
    assert_eq!(open.variants[0].stock, StockDraft::Untracked);
}

#[test]
fn line_ends_inside_a_description_are_kept() {
    let contents = read(legacy(
        "mug,Mug,\"<p>A</p>\r\n<p>\"\"B\"\"</p>\",,,,,,,,,,,12,,,,\r\ncup,Cup,,,,,,,,,,,,x,,,,\r\n",
    ));

    assert_eq!(
        contents.products[0].fields.text.description_html,
        "<p>A</p>\n<p>\"B\"</p>"
    );
    assert_eq!(contents.told(), ["4 Variant Price price_malformed"]);
}

#[test]
fn a_handle_that_comes_back_is_told_unless_it_says_the_same() {
    let contents = read(legacy(
        "mug,Mug,,,,,,,,,,,,12,,,,\n\
         cup,Cup,,,,,,,,,,,,12,,,,\n\
         mug,Mug,,,,,,,,,,,,12,,,,\n\
         cup,Cup,,,,,,,,,,,,13,,,,\n\
         Cup,Another cup,,,,,,,,,,,,13,,,,\n\
         pot,Pot,,,,,,,,,,,,12,,,,\n",
    ));

    assert_eq!(contents.slugs(), ["mug", "cup", "cup", "pot"]);
    assert_eq!(contents.products[2].handle.text, "Cup");
    assert_eq!(contents.told(), ["5 Handle duplicate_handle"]);
    assert_eq!(contents.notes, ["products repeated word for word: 1"]);
}

#[test]
fn a_handle_is_made_of_the_title_when_there_is_none() {
    let contents = read("Title,URL handle,Price\nBlue Mug,,12\n,blue-mug,13\n,,14\n\"!\",,15\n");

    let [mug, other] = contents.slugs()[..] else {
        panic!("there are two products: {contents:?}");
    };
    assert_eq!(mug, "blue-mug");
    assert!(other.starts_with("product-"), "{other}");
    assert_eq!(
        contents.told(),
        ["4 URL handle handle_missing", "3 - duplicate_variant"]
    );
    assert_eq!(contents.notes, Vec::<String>::new());
}

#[test]
fn products_without_handles_are_told_apart_by_their_titles() {
    let contents = read(
        "Handle,Title,Variant Price\n,C++,12\n,C#,13\nc-sharp,C#,14\n,Blue Mug,15\nblue-mug,Mug,16\n\
         ,Cup,17\ncup,,17\n",
    );

    let titles: Vec<&str> = contents
        .products
        .iter()
        .map(|product| product.fields.text.title.as_str())
        .collect();
    assert_eq!(titles, ["C++", "C#", "C#", "Blue Mug", "Cup"]);
    assert_eq!(contents.slugs(), ["c", "c", "c-sharp", "blue-mug", "cup"]);
    assert_eq!(contents.told(), ["6 Handle duplicate_handle"]);
}

#[test]
fn a_product_that_comes_back_with_a_row_that_cannot_be_read_is_no_repetition() {
    let mut file = b"Handle,Title,Variant Price\nmug,Mug,12\ncup,Cup,12\nmug,Mug,12\n".to_vec();
    file.extend(b"mug,\xff,13\n");
    let contents = read(file);

    assert_eq!(contents.told(), ["4 Handle duplicate_handle"]);
}

#[test]
fn a_bad_cell_is_told_with_its_line_and_column_and_the_rest_goes_in() {
    let contents = read(legacy(
        "mug,Mug,,,,Colour,Blue,,M1,,,,,12,,,,\n\
         mug,,,,,,Red,,M2,,,,,\"12,50\",,,,\n\
         mug,,,,,,Green,,M3,heavy,shopify,some,,1.234,,,,\n\
         mug,,,,,,Black,,M4,,shopify,1,maybe,12,b.webp,first,,\n\
         mug,,,,,,,,M5,,,,,12,,,,\n\
         cup,,,,,,,,M6,,,,,12,,,,\n\
         cup,,,,,,,,M7,,,,,12,,,,\n\
         pot,Pot,,,perhaps,,,,M8,,,,,12,,,,gone\n\
         jar,Jar,,,,,,,M9,,,,,12,,,,\n",
    ));

    assert_eq!(contents.slugs(), ["mug", "jar"]);
    assert_eq!(contents.products[0].variants.len(), 1);
    assert!(contents.products[0].is_partial);
    assert_eq!(contents.refused, 2);
    assert_eq!(
        contents.told(),
        [
            "3 Variant Price price_malformed",
            "4 Variant Grams weight_malformed",
            "4 Variant Price price_too_precise",
            "4 Variant Inventory Qty not_a_whole_number",
            "5 Variant Inventory Policy policy_unknown",
            "5 Image Position not_a_whole_number",
            "6 Option1 Value option_value_missing",
            "7 Title title_missing",
            "9 Published not_a_boolean",
        ]
    );
    let fault = &contents.faults.kept()[2];
    assert_eq!(
        fault.reason,
        "EUR has 2 digits after the decimal point at most"
    );
}

#[test]
fn a_row_without_its_handle_may_have_been_one_of_the_product_it_stands_in() {
    let contents = read(legacy(
        "mug,Mug,,,,Colour,Blue,,M1,,,,,12,,,,\n\
         ,,,,,,Red,,M2,,,,,12,,,,\n\
         mug,,,,,,Green,,M3,,,,,12,,,,\n\
         cup,Cup,,,,,,,C1,,,,,12,,,,\n\
         pot,Pot,,,,,,,P1,,,,,30,,,,\n\
         ,,,,,,,,,,,,,31,,,,\n",
    ));

    assert_eq!(contents.slugs(), ["mug", "cup", "pot"]);
    let partial: Vec<bool> = contents.products.iter().map(|p| p.is_partial).collect();
    assert_eq!(partial, [true, false, true]);
    assert_eq!(
        contents.told(),
        ["3 Handle handle_missing", "7 Handle handle_missing"]
    );
}

#[test]
fn pictures_that_are_too_many_are_told_wherever_they_stand() {
    let row = |n| format!("mug,,,,,,{n},,,,,,,12,{n}.webp,,,\n");
    let rows: Vec<String> = (1..250).map(row).collect();
    let contents = read(legacy(&format!(
        "mug,Mug,,,,Number,0,,,,,,,12,0.webp,,,\n{}\
         mug,,,,,,250,,,,,,,12,,,one-more.webp,\n\
         mug,,,,,,251,,,,,,,12,too-many.webp,,,\n",
        rows.concat()
    )));

    let mug = &contents.products[0];
    assert_eq!((mug.images.len(), mug.variants.len()), (250, 252));
    assert_eq!(mug.variants[250].image, None);
    assert_eq!(
        contents.told(),
        [
            "253 Image Src too_many_images",
            "252 Variant Image too_many_images"
        ]
    );
}

#[test]
fn a_gift_card_is_not_sold_as_goods() {
    let contents =
        read("Handle,Title,Gift Card,Variant Price\ngift,Gift,TRUE,50\nmug,Mug,FALSE,5\n");

    assert_eq!(contents.slugs(), ["mug"]);
    assert_eq!(contents.told(), ["2 Gift Card gift_card_unsupported"]);
}

#[test]
fn unknown_columns_are_one_note() {
    let contents = read("Handle,Title,Mood,Price / Mars,Moon\nmug,Mug,good,9,full\n");

    assert_eq!(contents.slugs(), ["mug"]);
    assert_eq!(
        contents.notes,
        ["columns that were not read: Mood, Moon, Price / Mars"]
    );
    let empty = read("Handle,Title,Price / Mars,,\nmug,Mug,,,\n");
    assert_eq!(empty.notes, Vec::<String>::new());
    let unnamed = read(",Handle,Title\n0,mug,Mug\n1,,\n");
    assert_eq!(unnamed.notes[0], "columns that were not read: column 1");
}
