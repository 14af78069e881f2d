//! The command line, as clap reads it and `--help` shows it.

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use super::examples;
use crate::breaking::Breaks;
use crate::targets::{TARGETS, Target};
use crate::text::Word;

/// The heading of the options that every verb takes.
const COMMON: &str = "Common options";

/// How wide help gets, in columns, in a terminal that is as wide or wider.
const WIDTH: usize = 100;

/// WebSocket close codes for every language of a product, and their documentation, from one JSON file
#[derive(Debug, Parser)]
#[command(
    name = "close-codes",
    version,
    arg_required_else_help = false,
    max_term_width = WIDTH,
    after_help = examples::PROGRAM
)]
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
    #[arg(long, global = true, value_name = "FILE", help_heading = COMMON)]
    pub spec: Option<PathBuf>,
    /// Print nothing but errors and answers
    #[arg(long, short, global = true, help_heading = COMMON)]
    pub quiet: bool,
    /// How to print findings and answers
    #[arg(long, global = true, value_enum, default_value_t, help_heading = COMMON)]
    pub format: Format,
}

/// What the program can do.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Write the outputs that changed (the default)
    ///
    /// It never deletes a file, and never overwrites one that it did not generate, unless you pass the option for that.
    #[command(after_help = examples::GENERATE)]
    Generate(GenerateOptions),
    /// Compare the outputs with the spec, lint it, and write nothing
    ///
    /// Prints every difference and every warning. The exit status is 1 if there is any.
    #[command(after_help = examples::CHECK)]
    Check(CheckOptions),
    /// Warn of what is allowed in a spec but unwise
    ///
    /// The exit status is 1 if there is a warning. `allow` in the spec silences one, for one code, with a reason.
    #[command(after_help = examples::LINT)]
    Lint(LintOptions),
    /// Find what breaks peers, behaviour or source since an older spec
    ///
    /// `wire` changes break peers that have the older codes, `behaviour` changes alter what clients do, and `source` changes
    /// stop code from compiling. The exit status is 1 if there is a change that `--fail-on` lists.
    #[command(after_help = examples::BREAKING)]
    Breaking(BreakingOptions),
    /// Explain a close code: a number, a constant, or a line of a log
    ///
    /// Prints the most common causes, and what to check and to do. Where there is no spec, it explains the standard codes.
    #[command(after_help = examples::EXPLAIN)]
    Explain(ExplainOptions),
    /// List the close codes
    ///
    /// Where there is no spec, it lists the standard codes.
    #[command(after_help = examples::LIST)]
    List,
    /// Write a starter spec, and its schema
    ///
    /// It writes close-codes.json in this folder, or the FILE of `--spec`, and never replaces a file.
    #[command(after_help = examples::INIT)]
    Init,
    /// Print the JSON Schema of specs, for editors
    #[command(after_help = examples::SCHEMA)]
    Schema,
    /// Print a completion script for a shell
    #[command(after_help = examples::COMPLETIONS)]
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
    /// Print one output as a single file; where there is no spec, that of the standard codes
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
    /// The older spec, or a JSON output of it: a file, `-` for standard input, `git:REF` or `git:REF:PATH`
    #[arg(long, value_name = "OLD")]
    pub against: PathBuf,
    /// Pass if the ref of git has no such file, as before the spec was added
    #[arg(long)]
    pub allow_missing: bool,
    /// Which breaking changes lead to exit status 1, with commas between
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
