//! The command line, as clap reads it and `--help` shows it.

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::breaking::Breaks;
use crate::text::Word;

use crate::targets::{TARGETS, Target};

/// WebSocket close codes for every language of a product, and their documentation, from one JSON file.
///
/// Exit status: 0 when all is good, 1 for findings, 2 for a bad spec, bad usage or an I/O error.
#[derive(Debug, Parser)]
#[command(name = "close-codes", version, arg_required_else_help = false)]
pub struct Arguments {
    #[command(subcommand)]
    pub verb: Option<Verb>,
    #[command(flatten)]
    pub common: Common,
}

/// What every verb takes.
#[derive(Debug, Args)]
pub struct Common {
    /// The spec [default: close-codes.json or spec/close-codes.json, here or in the nearest folder above]
    #[arg(long, global = true, value_name = "FILE")]
    pub spec: Option<PathBuf>,
    /// Print nothing but errors
    #[arg(long, short, global = true)]
    pub quiet: bool,
    /// How to print findings and answers
    #[arg(long, global = true, value_enum, default_value_t)]
    pub format: Format,
}

/// What the program can do.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Write the outputs that changed (the default)
    Generate(GenerateOptions),
    /// Lint, compare the outputs with the spec, and write nothing; exit 1 on any finding or difference
    Check(CheckOptions),
    /// Find what is allowed in a spec but unwise; exit 1 on any finding
    Lint(LintOptions),
    /// Find what breaks peers, behaviour or source since an older spec; exit 1 on what `--fail-on` chooses
    Breaking(BreakingOptions),
    /// Explain a close code, given as 1006, abnormal-closure, `CloseCode.AbnormalClosure` or a line of a log
    Explain(ExplainOptions),
    /// List the close codes; the built-in ones where there is no spec
    List,
    /// Write a starter spec to `close-codes.json`, and its schema
    Init,
    /// Print the JSON Schema of specs, for editors
    Schema,
    /// Print a completion script for a shell
    Completions(CompletionsOptions),
}

impl Default for Verb {
    fn default() -> Self {
        Self::Generate(GenerateOptions::default())
    }
}

#[derive(Debug, Default, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag")]
pub struct GenerateOptions {
    /// Overwrite files that close-codes did not generate
    #[arg(long)]
    pub overwrite: bool,
    /// Write outputs outside the repository, and in folders behind symbolic links
    #[arg(long)]
    pub allow_outside: bool,
    /// Remove files that this spec no longer generates
    #[arg(long)]
    pub prune: bool,
    /// Print what would be written, and write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Print one output as a single file; of the standard codes where there is no spec
    #[arg(
        long,
        value_name = "TARGET",
        value_parser = PossibleValuesParser::new(TARGETS.iter().map(named)).map(|name| target(&name)),
        conflicts_with_all = ["overwrite", "allow_outside", "prune", "dry_run"]
    )]
    pub stdout: Option<&'static Target>,
}

#[derive(Debug, Args)]
pub struct CheckOptions {
    /// Read outputs outside the repository, and in folders behind symbolic links
    #[arg(long)]
    pub allow_outside: bool,
}

#[derive(Debug, Args)]
pub struct BreakingOptions {
    /// The older spec, or a JSON output of it: a file, `-` for standard input, or `git:REF` or `git:REF:PATH`, such as `git:origin/main`
    #[arg(long, value_name = "OLD")]
    pub against: PathBuf,
    /// Which breaking changes lead to exit status 1
    #[arg(long, value_name = "LEVEL", value_enum, value_delimiter = ',', default_values_t = Breaks::ALL.to_owned())]
    pub fail_on: Vec<Breaks>,
}

#[derive(Debug, Args)]
pub struct CompletionsOptions {
    /// The shell
    #[arg(value_enum)]
    pub shell: Shell,
}

#[derive(Debug, Args)]
pub struct LintOptions {
    /// List the rules instead
    #[arg(long)]
    pub rules: bool,
}

#[derive(Debug, Args)]
pub struct ExplainOptions {
    /// A number, a constant of any language or library, or a line of a log
    #[arg(
        value_name = "CODE-OR-NAME",
        required = true,
        allow_negative_numbers = true
    )]
    pub code: Vec<String>,
    /// Print also the constants, the names in libraries, the measurements and the sources
    #[arg(long)]
    pub all: bool,
}

/// How a verb prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Format {
    /// For people
    #[default]
    Human,
    /// As JSON
    Json,
    /// As workflow commands of GitHub Actions; for people where there is nothing to annotate
    Github,
}

/// A target as a value of an option.
fn named(target: &'static Target) -> PossibleValue {
    PossibleValue::new(target.name).help(target.about)
}

/// The target of that name, which is one of the possible values.
fn target(name: &str) -> &'static Target {
    let found = TARGETS.iter().find(|target| target.name == name);
    found.unwrap_or(&TARGETS[0])
}

impl ValueEnum for Breaks {
    fn value_variants<'a>() -> &'a [Self] {
        Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.as_str()))
    }
}

impl From<Format> for crate::diagnostics::report::Format {
    fn from(format: Format) -> Self {
        match format {
            Format::Human => Self::Human,
            Format::Json => Self::Json,
            Format::Github => Self::Github,
        }
    }
}

/// The completion script for `shell`.
pub fn completions(shell: Shell) -> Vec<u8> {
    let mut script = Vec::new();
    let mut command = Arguments::command();
    clap_complete::generate(shell, &mut command, "close-codes", &mut script);
    script
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::Arguments;

    #[test]
    fn arguments_are_consistent() {
        Arguments::command().debug_assert();
    }
}
