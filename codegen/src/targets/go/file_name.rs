//! The name of a Go file, by which `go build` decides whether to compile it: not at all, only in tests, or only on one platform.

/// The operating systems in the names of files: `KnownOS` of Go's
/// [internal/syslist](https://github.com/golang/go/blob/go1.25.0/src/internal/syslist/syslist.go).
#[rustfmt::skip]
const SYSTEMS: &[&str] = &[
    "aix", "android", "darwin", "dragonfly", "freebsd", "hurd", "illumos", "ios", "js", "linux", "nacl", "netbsd",
    "openbsd", "plan9", "solaris", "wasip1", "windows", "zos",
];

/// The architectures: `KnownArch` of the same file.
#[rustfmt::skip]
const ARCHITECTURES: &[&str] = &[
    "386", "amd64", "amd64p32", "arm", "arm64", "arm64be", "armbe", "loong64", "mips", "mips64", "mips64le", "mips64p32",
    "mips64p32le", "mipsle", "ppc", "ppc64", "ppc64le", "riscv", "riscv64", "s390", "s390x", "sparc", "sparc64", "wasm",
];

/// What is wrong with the name of the file at `path`, and help.
pub(super) fn problem(path: &str) -> Option<(String, String)> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let why = refusal(name)?;
    let help = "use another name for the file, for example `closecode.go`";
    Some((format!("`{path}` {why}"), help.to_owned()))
}

/// Why a program would be without a file of that name, as the rest of a sentence about it.
/// [Build constraints](https://pkg.go.dev/cmd/go#hdr-Build_constraints) has the rules: the last words behind a `_` count, up to
/// the first dot, and the first word never does.
pub(super) fn refusal(name: &str) -> Option<String> {
    if name.starts_with(['_', '.']) {
        return Some("begins with `_` or `.`: Go ignores such a file".to_owned());
    }
    if name.ends_with("_test.go") {
        return Some("ends in `_test.go`: Go compiles such a file only in tests".to_owned());
    }
    let stem = name.split('.').next().unwrap_or_default();
    let (_, last) = stem.rsplit_once('_')?;
    let is_platform = SYSTEMS.contains(&last) || ARCHITECTURES.contains(&last);
    is_platform.then(|| format!("ends in `_{last}`: Go compiles such a file only for `{last}`"))
}
