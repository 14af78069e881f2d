//! The examples at the end of each help page, which the tests run.

pub const PROGRAM: &str = "\
Examples:
  # Write a spec to start from, and generate its outputs
  close-codes init
  close-codes generate

  # In CI: exit status 1 if an output is not what the spec yields
  close-codes check

  # What a close code means, and what to do about it
  close-codes explain 1006

Exit status: 0 when all is good, 1 for findings, 2 for a bad spec, bad usage
or an I/O error";

pub const GENERATE: &str = "\
Examples:
  # Write what changed
  close-codes generate

  # Print what would be written, and what of an older spec would be removed
  close-codes generate --prune --dry-run

  # One output as a single file
  close-codes generate --stdout go > closecode.go";

pub const CHECK: &str = "\
Examples:
  # In CI: exit status 1 if an output is not what the spec yields
  close-codes check

  # On GitHub: show each finding beside its line
  close-codes check --format github

  # A spec at another path
  close-codes check --spec protocol/close-codes.json";

pub const LINT: &str = "\
Examples:
  # The warnings alone, whatever the outputs are
  close-codes lint

  # The rules
  close-codes lint --rules";

pub const BREAKING: &str = "\
Examples:
  # What this branch breaks since the main branch
  close-codes breaking --against git:origin/main

  # Exit status 1 only for what breaks peers
  close-codes breaking --against git:origin/main --fail-on wire

  # Since a release, which had the spec at another path
  close-codes breaking --against git:v1.0.0:protocol/close-codes.json

  # Since a copy
  close-codes breaking --against old.json";

pub const EXPLAIN: &str = "\
Examples:
  close-codes explain 1006
  close-codes explain CloseCode.GoingAway
  close-codes explain 'WebSocket closed: code=1011 reason=timeout'

  # With all causes, names in libraries, measurements and sources
  close-codes explain --all 1006";

pub const LIST: &str = "\
Examples:
  close-codes list

  # For a program
  close-codes list --format json";

pub const INIT: &str = "\
Examples:
  close-codes init

  # A spec with another name
  close-codes init --spec chat.json";

pub const SCHEMA: &str = "\
Examples:
  # A schema for the \"$schema\" of a spec
  close-codes schema > close-codes.schema.json";

pub const COMPLETIONS: &str = "\
Examples:
  # bash, with the package bash-completion
  close-codes completions bash >> ~/.bash_completion

  # zsh, with ~/.zfunc in $fpath
  close-codes completions zsh > ~/.zfunc/_close-codes

  # fish
  close-codes completions fish > ~/.config/fish/completions/close-codes.fish";
