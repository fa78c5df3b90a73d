//! The table that is printed at the end.

/// One line: what, its figure, the limit of the same run, and what part of it the figure is.
struct Row {
    what: String,
    figure: String,
    limit: String,
    verdict: String,
}

/// The figures of a run.
#[derive(Default)]
pub(crate) struct Table(Vec<Row>);

impl Table {
    /// A figure without a physical limit; `goal` is what it should be.
    pub(crate) fn plain(&mut self, what: &str, figure: String, goal: &str) {
        self.push(what, figure, String::new(), goal.to_owned());
    }

    /// A rate beside the rate that the machine could do at best.
    pub(crate) fn beside(&mut self, what: &str, rate: u64, limit_is: &str, limit: u64, goal: &str) {
        let percent = rate.saturating_mul(100) / limit.max(1);
        self.push(
            what,
            format!("{rate}/s"),
            format!("{limit_is} {limit}/s"),
            format!("{percent} % ({goal})"),
        );
    }

    pub(crate) fn push(&mut self, what: &str, figure: String, limit: String, verdict: String) {
        eprintln!("  {what}: {figure}   {limit}   {verdict}");
        self.0.push(Row {
            what: what.to_owned(),
            figure,
            limit,
            verdict,
        });
    }

    /// Prints the table as Markdown.
    pub(crate) fn print(&self) {
        println!("| what | figure | physical limit, same run | part of it, goal |");
        println!("|---|---|---|---|");
        for row in &self.0 {
            println!(
                "| {} | {} | {} | {} |",
                row.what, row.figure, row.limit, row.verdict
            );
        }
    }
}
