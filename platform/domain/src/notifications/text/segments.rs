//! How many segments a text message takes: each is paid for.

/// GSM 03.38, the basic table, but for its escape.
const BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡\
                     ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
/// Its extension: an escape stands before each.
const EXTENSION: &str = "\u{c}^{}\\[~]|€";

/// How many segments this text takes: 160 characters of GSM 03.38 or 70 of UCS-2 in one, 153 or 67 in each
/// of several. No character is torn.
pub(super) fn segments(text: &str) -> u32 {
    let gsm: Option<Vec<usize>> = text.chars().map(gsm_units).collect();
    if let Some(units) = gsm {
        packed(&units, 160, 153)
    } else {
        let units: Vec<usize> = text.chars().map(char::len_utf16).collect();
        packed(&units, 70, 67)
    }
}

fn gsm_units(c: char) -> Option<usize> {
    if BASIC.contains(c) {
        Some(1)
    } else {
        EXTENSION.contains(c).then_some(2)
    }
}

fn packed(units: &[usize], alone: usize, of_several: usize) -> u32 {
    if units.iter().sum::<usize>() <= alone {
        return 1;
    }
    let (mut count, mut used) = (1, 0);
    for unit in units {
        if used + unit > of_several {
            count += 1;
            used = 0;
        }
        used += unit;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_are_counted_as_they_are_paid_for() {
        let of = |c: &str, n: usize| segments(&c.repeat(n));
        assert_eq!(segments(""), 1);
        assert_eq!([160, 161, 306, 307].map(|n| of("a", n)), [1, 2, 2, 3]);
        assert_eq!([160, 161].map(|n| of("ü", n)), [1, 2]);
        assert_eq!([80, 81, 152, 153].map(|n| of("€", n)), [1, 2, 2, 3]);
        assert_eq!([70, 71, 134, 135].map(|n| of("ł", n)), [1, 2, 2, 3]);
        assert_eq!([35, 36, 66, 67].map(|n| of("🎁", n)), [1, 2, 2, 3]);
        // One letter that is not in the table, and every other counts more.
        assert_eq!(segments(&format!("{}ł", "a".repeat(69))), 1);
        assert_eq!(segments(&format!("{}ł", "a".repeat(70))), 2);
        assert_eq!(BASIC.chars().count(), 127);
    }
}
