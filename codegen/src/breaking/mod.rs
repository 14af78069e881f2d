//! An older [`Project`] and a newer one → what breaks: peers that know the older spec, what deployed clients do, or source.

mod codes;
mod outputs;
mod ranges;

use crate::diagnostics::{Pointer, Problem};
use crate::project::Project;
use crate::registry::Advice;
use crate::text::words;

words! {
    /// What a change breaks.
    pub enum Breaks {
        Wire = "wire": "peers",
        Behaviour = "behaviour": "behaviour",
        Source = "source": "source",
    }
}

const STALE_ADVICE: &str = "clients that are already deployed still follow the old advice: mention it in the release notes";

/// Every breaking change. Each problem's rule is the kind of change, and its message begins with what breaks.
#[must_use]
pub fn breaking(old: &Project, new: &Project) -> Vec<Problem> {
    let mut problems = codes::codes(&old.registry, &new.registry);
    problems.extend(ranges::ranges(&old.registry, &new.registry));
    problems.extend(outputs::outputs(old, new));
    problems
}

impl Breaks {
    fn problem(self, at: &Pointer, rule: &'static str, message: &str, help: &str) -> Problem {
        use crate::text::Word;

        let message = format!("breaks {}: {message}", self.meaning());
        Problem::at(at, rule, message, help).breaking(self.as_str())
    }
}

/// How advice differs, as the rest of a sentence.
fn advice_change(was: &Advice, is: &Advice) -> Option<String> {
    (was != is).then(|| format!("was \"{}\", now \"{}\"", was.phrase(), is.phrase()))
}
