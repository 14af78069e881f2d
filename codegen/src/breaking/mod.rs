//! An older [`Project`] and a newer one → what breaks: peers that know the older spec, what deployed clients do, or source.

mod codes;
mod constants;
mod entries;
mod inherited;
mod number;
mod outputs;
mod ranges;

use crate::diagnostics::{Pointer, Problem};
use crate::project::Project;
use crate::registry::{Advice, Registry};
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
    let mut problems = breaking_since_output(&old.registry, new);
    problems.extend(constants::constants(&old.registry, &new.registry));
    problems.extend(outputs::outputs(old, new));
    problems
}

/// Every breaking change since a JSON output, which does not tell what the outputs of its spec were.
#[must_use]
pub(crate) fn breaking_since_output(old: &Registry, new: &Project) -> Vec<Problem> {
    let mut problems = codes::codes(old, &new.registry);
    problems.extend(number::advice(old, &new.registry));
    problems.extend(entries::entries(old, &new.registry));
    problems.extend(inherited::inherited(old, &new.registry));
    problems.extend(ranges::ranges(old, &new.registry));
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
