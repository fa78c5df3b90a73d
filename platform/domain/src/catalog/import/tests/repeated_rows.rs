//! Rows that say once more, or otherwise, what an earlier row of their product says.

use super::{legacy, read};

#[test]
fn texts_that_a_later_row_has_otherwise_are_noted() {
    let contents = read(legacy(
        "tee,Tee,<p>A tee</p>,Kiln,,Size,S,,T1,,,,,10,,,,\n\
         tee,Tee,<p>A tee</p>,Kiln,,Size,M,,T2,,,,,10,,,,\n\
         tee,Tee L,,,,,L,,T3,,,,,10,,,,\n\
         tee,,,Forge,,,XL,,T4,,,,,10,,,,\n\
         tee,,,,,Length,XXL,,T5,,,,,10,,,,\n",
    ));

    assert_eq!(contents.told(), Vec::<String>::new());
    assert_eq!(contents.products[0].fields.text.title, "Tee");
    assert_eq!(contents.products[0].options, ["Size"]);
    assert_eq!(contents.products[0].variants.len(), 5);
    assert_eq!(
        contents.notes,
        [
            "texts that a later row of a product has otherwise, of which the first are kept: 3 \
          (lines 4, 5, 6)"
        ]
    );
}

#[test]
fn a_second_product_of_the_same_handle_is_no_repeated_row() {
    let contents = read(legacy(
        "????,?????,,,,Title,Default Title,,,,,,,10,,,,\n\
         ????,????,,,,Title,Default Title,,,,,,,10,,,,\n\
         ????,????,,,,Title,Default Title,,,,,,,10,,,,\n",
    ));

    assert_eq!(contents.products.len(), 1);
    assert_eq!(
        contents.told(),
        [
            "3 Option1 Value duplicate_variant",
            "4 Option1 Value duplicate_variant"
        ]
    );
    // A variant with a title of its own may stand there twice.
    let contents = read(legacy(
        "tee,Tee,,,,Size,S,,T1,,,,,10,,,,\n\
         tee,Tee M,,,,,M,,T2,,,,,10,a.webp,,,\n\
         tee,Tee M,,,,,M,,T2,,,,,10,b.webp,,,\n",
    ));
    assert_eq!(contents.told(), Vec::<String>::new());
    assert_eq!(contents.products[0].images.len(), 2);
}

#[test]
fn a_repeated_picture_brings_the_text_that_the_first_lacks() {
    let file = |first: &str, second: &str| {
        format!(
            "Handle,Title,Image Src,Image Alt Text\nmug,Mug,a.webp,{first}\nmug,,a.webp,{second}\n"
        )
    };

    let filled = read(file("", "A mug"));
    assert_eq!(filled.products[0].images[0].alt, "A mug");
    assert_eq!(filled.notes, Vec::<String>::new());
    let changed = read(file("A mug", "Another"));
    assert_eq!(changed.products[0].images[0].alt, "A mug");
    assert_eq!(
        changed.notes,
        [
            "texts that a later row of a product has otherwise, of which the first are kept: 1 \
          (lines 3)"
        ]
    );
}

#[test]
fn a_picture_of_a_variant_is_kept_wherever_it_stands() {
    let contents = read(legacy(
        "mug,Mug,,,,Colour,Blue,,M1,,,,,10,,,,\n\
         mug,,,,,,Blue,,M1,,,,,10,,,blue.webp,\n\
         mug,,,,,,,,,,,,,,,,lone.webp,\n",
    ));

    let mug = &contents.products[0];
    let sources: Vec<&str> = mug.images.iter().map(|cell| cell.source.as_str()).collect();
    assert_eq!(sources, ["lone.webp", "blue.webp"]);
    assert_eq!(mug.images[0].column.as_deref(), Some("Variant Image"));
    assert_eq!(mug.variants[0].image, Some(1));
    assert_eq!(contents.told(), Vec::<String>::new());
}

#[test]
fn a_compare_at_price_without_a_price_is_noted() {
    let contents = read(
        "Handle,Title,Option1 Value,Variant Price,Variant Compare At Price\n\
         mug,Mug,Blue,,12\nmug,,Red,10,12\nmug,,,,15\n",
    );

    assert_eq!(contents.products[0].variants[0].price, None);
    assert_eq!(contents.told(), ["4 Option1 Value option_value_missing"]);
    assert_eq!(
        contents.notes,
        ["compare-at prices without a price, which are not kept: 2 (lines 2, 4)"]
    );
}

#[test]
fn a_description_with_a_film_is_noted() {
    let contents = read(
        "Handle,Title,Body (HTML)\nmug,Mug,<p>A</p><IFRAME src=x></IFRAME>\n\
         cup,Cup,<p>A form of cup</p>\npot,Pot,<formula>x</formula>\n",
    );

    assert_eq!(
        contents.products[0].fields.text.description_html,
        "<p>A</p>"
    );
    assert_eq!(
        contents.notes,
        ["descriptions with films, frames or forms, which are not kept: 1 (lines 2)"]
    );
}
