//! Texts that would end a comment, a string, a template or a section, and names that languages use themselves.

/// Pieces of text that mean something to a language, a tool, a terminal or an editor.
#[rustfmt::skip]
pub const HOSTILE: &[&str] = &[
    "*/", "/*", "/**/", "//", "///", "\\", "\\\\", "\\n", "\\u{202e}", "#", "##", "# x", "|", "| x |", "\"", "'", "`",
    "``", "```", "~~~", "``` rust", "${x}", "\\(x)", "\"\"\"", "'''", "#\"", "\"#", "<script>", "</script>", "<!--",
    "-->", "<b", "a<b>", "{{ x }}", "{% x %}", "{# x #}", "\n", "\n\n", "\r\n", "\r", "\t", "\u{b}", "é", "名前は長い",
    "😀", "👩‍👩‍👧", "e\u{301}\u{301}", "\u{202e}", "\u{2066}", "\u{2069}", "\u{200b}", "\u{200d}", "\u{feff}", "\u{2028}",
    "\u{2029}", "\u{85}", "\u{a0}", "\u{3000}", "\0", "\u{1}", "\u{1b}[31m", "\u{7f}", "\u{9f}", "\u{ad}",
    "\u{e0041}", "\u{fffe}", "\u{ffff}", "\u{10ffff}", "@deprecated", "{@link x}", "@ts-ignore", "@generated", "[x]",
    "[x](y)", "[`Y`]: z", "![i](j)", "&amp;", "&", "- x", "+ x", "1. x", "1) x", "===", "---", "***", "> q", "=> {",
    "(", "[", "{", "}", ")", "]", ",", ";", "=>", "$", "%s", "%", "*a*", "_b_", "__c__", "~d~", "https://example.com/?a=b&c",
    "eslint-disable", "prettier-ignore", "swift-format-ignore", "rustfmt::skip", "#if", "#endif", "#![x]",
];

/// Names that a language, or the generated code itself, uses already.
#[rustfmt::skip]
pub const NAMES: &[&str] = &[
    "self", "type", "protocol", "init", "default", "class", "async", "await", "any", "some", "none", "err", "ok", "all",
    "own", "a-l-l", "o-w-n", "unnamed", "constructor", "proto", "prototype", "to-string", "has-own-property", "value-of",
    "then", "raw-value", "hash-value", "description", "never", "immediately", "standard", "backoff", "reserved",
    "close-code", "my-close-code", "status-code", "invalid", "abnormal-closure", "going-away", "unsupported-data",
    "is-named", "name", "label", "summary", "reason", "code", "new", "fn", "crate", "super", "dyn", "abstract", "gen",
    "try", "yield", "union", "undefined", "null", "nan", "infinity", "true", "false", "arguments", "eval", "let",
    "static", "enum", "package", "interface", "private", "public", "throws", "rethrows", "inout", "is", "as", "in",
    "operator", "actor", "macro", "each", "consume", "copy", "borrowing", "nonisolated", "open", "indirect", "lazy",
    "weak", "get", "set", "will-set", "left", "right", "prefix", "associativity", "subscript", "deinit", "repeat",
    "where", "while", "switch", "case", "func", "var", "nil", "extension", "fallthrough", "guard", "defer", "import",
    "internal", "fileprivate", "struct", "typealias", "associatedtype", "precedencegroup", "u16", "str", "string",
    "option", "result", "from", "into", "clone", "debug", "duration", "from-str", "error", "after", "sent-by",
    "reconnect", "code-range", "ending", "close-error", "all-cases", "max-reason-bytes", "fit-reason", "all-own",
    "http2-error", "n1", "a1-b2", "x", "mod", "impl", "match", "loop", "move", "ref", "box", "const", "void", "with",
    "delete", "typeof", "instanceof", "debugger", "export", "function", "finally", "throw", "catch", "this", "module",
];
