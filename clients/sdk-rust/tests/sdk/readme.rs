//! The README's code is what the examples have, which are compiled and run.

fn code_blocks(text: &str) -> Vec<&str> {
    text.split("```rust\n").skip(1).filter_map(|it| it.split("```").next()).collect()
}

fn without_indent(text: &str) -> String {
    text.lines().map(str::trim).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_readme_shows_what_the_examples_do() {
    let blocks = code_blocks(include_str!("../../README.md"));
    let (_, quick_start) = include_str!("../../examples/quick_start.rs").split_once("\n\n").unwrap();
    assert_eq!(blocks[0], quick_start);
    let guide = without_indent(include_str!("../../examples/guide.rs"));
    assert!(blocks.len() >= 8);
    for block in &blocks[1..] {
        assert!(guide.contains(without_indent(block).trim()), "examples/guide.rs has no\n{block}");
    }
}
