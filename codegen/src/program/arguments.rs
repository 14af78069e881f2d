//! The command line, as clap reads it and `--help` shows it.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// WebSocket close codes for Rust, Swift, TypeScript and documentation, from one JSON file.
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
    /// Say nothing but errors
    #[arg(long, short, global = true)]
    pub quiet: bool,
}

/// What the program can do.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Write the outputs that changed (the default)
    Generate(GenerateOptions),
    /// Compare the outputs with the spec and write nothing; exit 1 on any difference
    Check,
    /// List the close codes; the built-in ones where there is no spec
    List(ListOptions),
    /// Explain a close code, given as 1006, abnormal-closure or `AbnormalClosure`
    Explain(ExplainOptions),
}

impl Default for Verb {
    fn default() -> Self {
        Self::Generate(GenerateOptions::default())
    }
}

#[derive(Debug, Default, Args)]
pub struct GenerateOptions {
    /// Overwrite files that close-codes did not make
    #[arg(long)]
    pub overwrite: bool,
}

#[derive(Debug, Args)]
pub struct ListOptions {
    /// How to print
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

#[derive(Debug, Args)]
pub struct ExplainOptions {
    /// A number, or a name in the spelling of any language
    #[arg(value_name = "CODE-OR-NAME", allow_negative_numbers = true)]
    pub code: String,
    /// How to print
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// How a verb prints its answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Format {
    /// For people
    #[default]
    Human,
    /// As JSON
    Json,
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
