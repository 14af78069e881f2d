//! The figures of the report and fresh counts → what grew.

use crate::figures::{Figures, number};

/// How much a count may grow without the report saying so.
const TOLERANCE: f64 = 0.05;

/// What was counted, by the name of its figure in the report.
#[derive(Debug, Clone, PartialEq)]
pub struct Count {
    /// The name.
    pub figure: String,
    /// The number, as the report would have it.
    pub text: String,
}

/// What is printed of a comparison, and whether it failed.
#[derive(Debug, Default)]
pub struct Verdict {
    /// A line for each figure of interest, then what to do.
    pub lines: Vec<String>,
    /// Whether a figure grew or is missing.
    pub failed: bool,
}

/// Compares `counts` with the report.
#[must_use]
pub fn compare(report: &Figures, counts: &[Count]) -> Verdict {
    let mut verdict = Verdict::default();
    for Count { figure, text } in counts {
        let written = report.text(figure).unwrap_or_default();
        let (Some(was), Some(is)) = (number(written), number(text)) else {
            verdict.failed = true;
            verdict
                .lines
                .push(format!("MISSING in the report: {figure}, which is {text}"));
            continue;
        };
        let percent = (is / was - 1.0) * 100.0;
        let line = format!("{figure}: was {written}, is {text}, {percent:+.1} %");
        if is > was * (1.0 + TOLERANCE) {
            verdict.failed = true;
            verdict.lines.push(format!("GREW {line}"));
        } else if is < was * (1.0 - TOLERANCE) {
            verdict.lines.push(format!("shrank {line}"));
        }
    }
    if verdict.failed {
        verdict.lines.push(
            "If that has to be: run `cargo run -p bench`, and commit tests/bench/report.md."
                .to_owned(),
        );
    }
    verdict
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The verdict on a figure that the report has as 1,000.
    fn verdict(text: &str) -> Verdict {
        let report = Figures::of("| Run | Instructions |\n| --- | ---: |\n| check | 1,000 |\n");
        let count = Count {
            figure: "check: Instructions".to_owned(),
            text: text.to_owned(),
        };
        compare(&report, &[count])
    }

    #[test]
    fn what_grew_by_more_than_five_percent_fails() {
        let Verdict { lines, failed } = verdict("1,060");
        assert!(failed);
        assert_eq!(
            lines[0],
            "GREW check: Instructions: was 1,000, is 1,060, +6.0 %"
        );
        assert!(lines[1].contains("`cargo run -p bench`"), "{lines:?}");
    }

    #[test]
    fn what_grew_by_less_passes() {
        let Verdict { lines, failed } = verdict("1,040");
        assert!(!failed);
        assert_eq!(lines, [""; 0]);
    }

    #[test]
    fn what_shrank_is_mentioned() {
        let Verdict { lines, failed } = verdict("940");
        assert!(!failed);
        assert_eq!(
            lines,
            ["shrank check: Instructions: was 1,000, is 940, -6.0 %"]
        );
    }

    #[test]
    fn what_the_report_lacks_fails() {
        let count = Count {
            figure: "generate: Instructions".to_owned(),
            text: "7".to_owned(),
        };
        let Verdict { lines, failed } = compare(&Figures::of("# Empty\n"), &[count]);
        assert!(failed);
        assert_eq!(
            lines[0],
            "MISSING in the report: generate: Instructions, which is 7"
        );
        assert!(lines[1].contains("`cargo run -p bench`"), "{lines:?}");
    }
}
