//! Whether what is counted is never less than what the parser does.

use proptest::prelude::*;

use super::*;
use crate::html::RULES;

fn shape(html: &str) -> (bool, usize, usize) {
    let mut shape = Shape {
        html,
        ..Shape::default()
    };
    let is_simple = shape.scan().is_some();
    (is_simple, shape.deepest, shape.repeated)
}

/// How deep the elements of clean HTML are inside each other.
fn depth(clean: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for (index, _) in clean.match_indices('<') {
        let name = clean.get(index + 1..).unwrap_or_default();
        let name = name.split([' ', '>']).next().unwrap_or_default();
        if name.starts_with('/') {
            depth -= 1;
        } else if !is_of(&VOID, name) {
            depth += 1;
        }
        deepest = deepest.max(depth);
    }
    deepest
}

#[test]
fn descriptions_as_people_write_them_are_simple() {
    let table = "<tr><td>a<td><b>b</b></tr>".repeat(2_000);
    let items = "<li><p>One <strong>two</strong> <a href='https://a.example/?x=1'>3</a>";
    for html in [
        "<p>A <b>mug</b></p>".repeat(20_000),
        "<p>paragraph<br>after<p>paragraph".repeat(10_000),
        format!("<table>{table}</table>"),
        format!("<ul>{}</ul>", items.repeat(3_000)),
        "<b><p>Bold</b> and not</p>".repeat(10_000),
        "<style><!-- td {color: red} --></style><p><b>x</b></p>".repeat(2_000),
        "<iframe src=https://v.example></iframe><p><em>x</em></p>".repeat(2_000),
        "<font size=2>unclosed<p>".repeat(100),
        "1 < 2 & <3".repeat(1_000),
    ] {
        assert!(shape(&html).0, "{}", html.get(..60).unwrap_or_default());
    }
}

#[test]
fn what_would_keep_the_parser_busy_is_not() {
    let open = |n: usize| {
        (0..n)
            .map(|n| format!("<b a={n}>"))
            .collect::<Vec<_>>()
            .concat()
    };
    let many = open(3_200);
    let blocks = "<div>x</div>".repeat(3_200);
    for html in [
        format!("<div>{many}</div>{blocks}"),
        "<div>".repeat(100_000),
        "<b><div></b>".repeat(40_000),
        "<span><div></span>".repeat(25_000),
        "<form><div></form>".repeat(25_000),
        "<td><div></td>".repeat(25_000),
        format!("<x {}>", "a=1 b=2 ".repeat(60_000)),
        format!("<b title='{}'>{}", "x".repeat(100_000), blocks),
        format!("{}{blocks}", many.replace('>', "><!-- </b> -->")),
        format!("{}{blocks}", many.replace('>', "><i x='</b>'></i>")),
        format!("{}{blocks}", many.replace('>', "><style></b></style>")),
        format!("{}{blocks}", many.replace('>', "><table><td></b></table>")),
        format!("{}{blocks}", many.replace('>', "><select></b></select>")),
    ] {
        assert!(!shape(&html).0, "{}", html.get(..60).unwrap_or_default());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]
    #[test]
    fn no_tree_is_larger_than_what_was_counted(
        parts in prop::collection::vec(prop::sample::select(vec![
            "<b title=1>", "<b title=2>", "</b>", "<i>", "</i>", "<a href=/x>", "</a>", "<p>",
            "</p>", "<div>", "</div>", "<span>", "</span>", "<table>", "</table>", "<tr>",
            "</tr>", "<td>", "</td>", "<ul>", "</ul>", "<li>", "</li>", "<h1>", "</h1>", "x",
            "<br>", "<style>", "</style>", "<!--", "-->", "<svg>", "</svg>", "<form>",
            "</form>", "<caption>", "</caption>", "<select>", "</select>", "<title>",
            "</title>", "<button>", "</button>", "<body>", "</body>", "<tbody>", "</tbody>",
            "<i x='", "'>", "<dd>", "</dd>", "<blockquote>", "</blockquote>", "<object>",
            "</object>", "<col>", "<template>", "</template>", "<hr>", "<code>", "</code>",
        ]), 0..60),
    ) {
        let html = parts.concat();
        let (_, deepest, repeated) = shape(&html);
        let clean = RULES.clean(&html).to_string();
        // Everything may stand in formatting elements that are opened again, and in a row,
        // a body and a paragraph that nobody wrote.
        let formatting = parts.iter().filter(|part| part.starts_with("<b ")).count();
        let tags = html.matches('<').count();
        prop_assert!(
            depth(&clean) <= deepest + repeated / ELEMENT + formatting + 4,
            "{html}: {deepest} {clean}"
        );
        prop_assert!(clean.matches('<').count() <= 8 * (tags + 1 + repeated / ELEMENT));
    }
}
