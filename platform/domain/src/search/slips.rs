//! Slips of the finger: how far a word is from another.

/// How many letters must be added, left out, changed or swapped with their neighbour; no more than `most`.
pub(super) fn distance(one: &str, other: &str, most: usize) -> Option<usize> {
    let one: Vec<char> = one.chars().collect();
    let other: Vec<char> = other.chars().collect();
    if one.len().abs_diff(other.len()) > most {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=other.len()).collect();
    for (row, letter) in one.iter().enumerate() {
        let mut line = vec![row + 1];
        for (column, wanted) in other.iter().enumerate() {
            let at =
                |cells: &[usize], index: usize| cells.get(index).copied().unwrap_or(usize::MAX);
            let changed = at(&above, column) + usize::from(letter != wanted);
            let added = at(&line, column) + 1;
            let left_out = at(&above, column + 1) + 1;
            let mut least = changed.min(added).min(left_out);
            let are_swapped = row > 0
                && column > 0
                && one.get(row - 1) == Some(wanted)
                && other.get(column - 1) == Some(letter);
            if are_swapped {
                least = least.min(at(&before, column - 1) + 1);
            }
            line.push(least);
        }
        before = above;
        above = line;
    }
    above.last().copied().filter(|&slips| slips <= most)
}

/// How many slips a word of this length may have: one in a short word, two in a longer one.
pub(super) fn forgiven(word: &str) -> usize {
    match word.chars().count() {
        0..=2 => 0,
        3..=5 => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_counted() {
        for (one, other, slips) in [
            ("mug", "mug", Some(0)),
            ("mgu", "mug", Some(1)),
            ("mugg", "mug", Some(1)),
            ("nug", "mug", Some(1)),
            ("ug", "mug", Some(1)),
            ("stonwear", "stoneware", Some(2)),
            ("", "ab", Some(2)),
            ("kettle", "bottle", Some(2)),
            ("kettle", "mug", None),
        ] {
            assert_eq!(distance(one, other, 2), slips, "{one} {other}");
            assert_eq!(distance(other, one, 2), slips, "{other} {one}");
        }
    }
}
