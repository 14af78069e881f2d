//! No input is expensive: reports have a bound, and outputs grow like the spec that they are made from.

mod lengths;
mod specs;

use close_codes_cli::Project;
use close_codes_cli::Source;
use close_codes_cli::diagnostics::Problem;
use close_codes_cli::diagnostics::report::{Format, report};
use close_codes_cli::lint::lint;
use serde_json::{Value, json};
use tests::render_project;

use specs::{amplifying, codes, excessive, spec, wrong};

/// How much longer than its spec an output gets, at most. The page has a row for each code in each language, and two tables of all
/// codes, as wide as the longest summary.
const MAX_RATIO: usize = 120;

/// How long an output gets that hardly depends on the spec.
const MAX_BASE: usize = 200_000;

/// How many problems a report lists.
const LISTED: usize = 50;

#[test]
fn outputs_are_not_much_longer_than_their_spec() {
    let sound = amplifying();
    let count = sound.len();
    for (index, (name, spec)) in sound.into_iter().chain(excessive()).enumerate() {
        let text = spec.to_string();
        let source = Source::new("close-codes.json", &text);
        let Ok(project) = Project::read(&source) else {
            assert!(index >= count, "{name} is refused");
            continue;
        };
        for (path, output) in render_project(&project).iter() {
            let max = MAX_BASE + MAX_RATIO * text.len();
            assert!(
                output.len() <= max,
                "{name}: {} bytes of {path} from {}",
                output.len(),
                text.len()
            );
        }
    }
}

/// The problems of a spec that is not sound, or else what lint finds.
fn problems(source: &Source) -> Vec<Problem> {
    match Project::read(source) {
        Ok(project) => lint(&project.registry),
        Err(problems) => problems,
    }
}

/// How many problems a report lists, how many it counts, and its longest line is as long as what is around a problem.
#[test]
fn reports_list_the_first_problems_and_count_the_rest() {
    for (name, spec, count) in wrong() {
        for text in [spec.to_string(), format!("{spec:#}")] {
            let source = Source::new("close-codes.json", &text);
            let problems = problems(&source);
            assert_eq!(problems.len(), count, "{name}");
            let [human, json, github] = [Format::Human, Format::Json, Format::Github]
                .map(|format| report(&source, &problems, format));
            for report in [&human, &json, &github] {
                assert!(report.len() < 250_000, "{name}: {} bytes", report.len());
            }
            let json: Vec<Value> = serde_json::from_str(&json).expect("JSON");
            let omitted = count.saturating_sub(LISTED);
            assert_eq!(json.len(), count.min(LISTED + 1), "{name}");
            assert_eq!(github.lines().count(), json.len(), "{name}");
            let last = json.last().expect("a problem");
            if omitted > 0 {
                assert_eq!(
                    (&last["rule"], &last["omitted"]),
                    (&json!("more-problems"), &json!(omitted))
                );
                let counted = match omitted {
                    0..1000 => omitted.to_string(),
                    _ => format!("{},{:03}", omitted / 1000, omitted % 1000),
                };
                let more = format!("and {counted} more problems");
                assert!(
                    human.contains(&more) && github.contains(&more),
                    "{name}: {more}"
                );
            }
        }
    }
}

/// A report of a spec on one line shows what is around a problem, and where it is.
#[test]
fn a_long_line_is_shown_in_part() {
    let mut spec = spec(json!({ "codes": codes(2000, |_| json!({})) }));
    spec["codes"][1999]["sumary"] = json!("x");
    let text = spec.to_string();
    let source = Source::new("close-codes.json", &text);
    let report = report(&source, &problems(&source), Format::Human);
    let column = text.find("\"sumary\"").expect("the field") + 1;
    assert!(
        report.contains(&format!("at close-codes.json:1:{column}")),
        "{report}"
    );
    assert!(
        report.contains("sumary") && report.len() < 10_000,
        "{report}"
    );
}
