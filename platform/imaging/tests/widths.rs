//! The widths and heights of the forms of a picture.

#![cfg(test)]

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, ImageReader};

/// A black picture of this size, as PNG.
fn picture(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let picture = DynamicImage::new_rgb8(width, height);
    picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

#[tokio::test]
async fn no_picture_is_made_wider_than_it_is_and_each_form_keeps_its_shape() {
    for (size, widths, heights) in [
        ((1, 1), vec![1], vec![1]),
        ((320, 100), vec![320], vec![100]),
        ((1000, 667), vec![320, 640, 1000], vec![213, 427, 667]),
        ((640, 6400), vec![320, 640], vec![3200, 6400]),
        ((2000, 20), vec![320, 640, 1280, 2000], vec![3, 6, 13, 20]),
        ((6000, 1), vec![320, 640, 1280, 2000], vec![1, 1, 1, 1]),
    ] {
        let made = imaging::sizes(picture(size.0, size.1).into()).await;
        let made = made.unwrap();

        assert_eq!(made.widths, widths, "{size:?}");
        for form in &made.forms {
            let read = ImageReader::new(Cursor::new(&form.bytes));
            let (width, height) = read
                .with_guessed_format()
                .unwrap()
                .into_dimensions()
                .unwrap();
            assert_eq!(i32::try_from(width).unwrap(), form.width, "{size:?}");
            let at = widths.iter().position(|it| *it == form.width).unwrap();
            assert_eq!(height, heights[at], "{size:?}");
        }
    }
}
