//! Texts that mean something to a language, a tool, a terminal or an editor, and names that they use themselves.

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
    "\u{fe0f}", "\u{e0100}", "\u{3164}", "\u{115f}", "\u{34f}", "\u{ffa0}", "$x$", "^x^", ":x:", "www.example.com",
    "ftp://example.com", "a@example.com", "&#106;", "&lt;b&gt;", "[^1]", "[ ]", "``x``", "\\`", "-----", "+", "=", "1.", "999)",
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
    "reconnect", "reconnection", "next", "side", "relay", "relay-of", "stop", "wait", "first", "as-is", "without-code",
    "instead", "opened", "closed", "lasting-after", "attempt", "code-range", "ending", "close-error", "all-cases", "max-reason-bytes", "fit-reason", "all-own",
    "http2-error", "http-2-error", "error-4000", "error-4-000", "n1", "n-1", "a1-b2", "a-1b-2", "x-0", "x", "mod", "impl", "match", "loop", "move", "ref", "box", "const", "void", "with",
    "delete", "typeof", "instanceof", "debugger", "export", "function", "finally", "throw", "catch", "this", "module",
];

/// Markdown that would become a script, a link, an image or a block of its own.
#[rustfmt::skip]
pub const ATTACKS: &[&str] = &[
    // Backquotes that pair across paragraphs.
    "a ` b\n\n<script>alert(1)</script> ` c",
    "`` x\n\n[l](javascript:alert(2)) <img src=x onerror=alert(3)> ``",
    "`a\n\n`b <script>alert(1)</script>` c`",
    // Links: inline, by reference, in angle brackets, and with schemes in disguise.
    "[a](javascript:alert(1))", "[a](JavaScript:alert(1))", "[a](&#106;avascript:alert(1))", "[a](java&Tab;script:alert(1))",
    "[a](<java\tscript:alert(1)>)", "[a](java\nscript:alert(1))", "[a](\u{1}javascript:alert(1))", "[a](\\javascript:alert(1))",
    "[a](java\u{ad}script:alert(1))", "[a](java\u{200b}script:alert(1))", "[a](data:text/html,<script>alert(1)</script>)",
    "[a](vbscript:x)", "[a](file:///etc/passwd)", "[a](//example.com)", "[a](/x)", "[a](#x)", "[a](x:y)", "[a]()", "[a](<>)",
    "<javascript:alert(1)>", "<data:text/html,x>", "[a]\n\n[a]: javascript:alert(1)", "[a][b]\n\n[b]: javascript:alert(1) 'x'",
    "[a][b] [b] [b][]\n\n[b]: https://example.com \"t\"", "[a](https://example.com/\"onmouseover=alert(1))",
    "[a](https://example.com 'x\" onmouseover=\"alert(1)')", "[a](<https://example.com/<script>alert(1)</script>>)",
    "[a](https://example.com/\\) [b](javascript:alert(1))", "[[a](https://example.com)](javascript:alert(1))",
    "<https://example.com/?a=b&c=_d_>", "<a@example.com>", "[a](mailto:a@example.com?subject=x)", "[a](HTTPS://EXAMPLE.COM)",
    "[`a](b)`](https://example.com)", "[*a*_b_](https://example.com)", "See https://example.com/a_b_c?d=*e* and www.example.com.",
    "ftp://example.com/x tel:1 ssh://example.com", "javascript:alert(1) data:text/html,x",
    "http://localhost/x //localhost/x ///localhost //127.0.0.1 http://127.0.0.1 MAILTO:a@localhost mailto:a@b.c https://localhost:80/?mailto:a@b",
    "[a](https://) [b](mailto:) <https://>", "1. a\n2. b\n\n* c\n* d\n\n7. e\n8. f", "- a\n  ***\n  b",
    // Images, which load something.
    "![i](https://example.com/i.png)", "![i](javascript:alert(1))", "![i][b]\n\n[b]: https://example.com",
    "[![i](x)](javascript:alert(1))", "[![i](x)](https://example.com)",
    // HTML, also in the disguise of entities, escapes and characters that are left out.
    "<svg/onload=alert(1)>", "<a href=javascript:alert(1)>x</a>", "<!-- x --> <![CDATA[ x ]]> <?php x ?> <!DOCTYPE x>",
    "<!-- never closed", "</div></section></main><script>alert(1)</script>", "<details open ontoggle=alert(1)>x",
    "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#x3e;alert(1)", "\\<script>alert(1)</script>",
    "\\\\<script>alert(1)</script>", "`\\`<script>alert(1)</script>`", "<scr\u{200b}ipt>alert(1)</scr\u{200b}ipt>",
    "<\u{feff}img src=x onerror=alert(1)>", "<style>@import 'x'</style><link rel=stylesheet href=x><base href=x>",
    "<pre>\n\n<script>alert(1)</script>\n</pre>", "<textarea><script>alert(1)</script>", "<iframe srcdoc='<script>alert(1)</script>'>",
    // Blocks.
    "# h\n\n## h", "h\n===\n\nh\n---", "- a\n- <img src=x onerror=alert(1)>\n  - b\n\n  more", "1. a\n2. b\n\n7) c", "* [ ] a\n* [x] b",
    "> q\n> <script>alert(1)</script>\n> > r", "``` js\n</code><script>alert(1)</script>\n```", "~~~\nx\n~~~\n\n    <b>",
    "    <script>alert(1)</script>", "``` rust,should_panic\npanic!()", "| a | b |\n|---|---|\n| <script> | x |", "***\n\n---\n\n___",
    "a[^1]\n\n[^1]: <script>alert(1)</script>", "$$\nx\n$$", "---\ntitle: x\n---", "a\n: b", "[!NOTE]\n> x", "1.", "-", "#", ">",
    // Emphasis, alone and where marks meet.
    "*a* **b** ***c*** _d_ __e__ ~~f~~", "a*b*c **d**e *f*,*g* **h***i*", "*a `b* c` d*", "**a [b](https://example.com) c**", "*a*/ x",
    "**Note:** *never*, *not* (*even* once).", "x **/ alert(1) y* z", "a _b_*/ c",
    // Tags and links of documentation tools, and the ends of comments.
    "{@link https://example.com x} {@inheritDoc x}", "@deprecated no\n@example\n<script>alert(1)</script>", "`@deprecated x` @param x", "`{@link x}` `a {@link x}` `a{@link x}` `x@y` `(@x)` `{ @x }`",
    "\\` a `b @deprecated c` @internal", "`` ` @deprecated `` @internal", "[`Vec`] [std::vec::Vec] [x]: y", "`` CloseCode ``", "``CloseCode``",
    "- Parameter x: y\n- Throws: z\n- Note: n", "@Comment {\n x\n}", "<doc:x>", "*/ alert(1) /* ``` */", "`*/ alert(1) /*`", "**/ alert(1)",
    // What a line would begin with, wherever it is broken.
    "`a <script>alert(1)</script> # b - c 1. d === e ``` f` and `a <script>alert(1)</script> # b - c 1. d === e`",
    "x <div> <div> <div> <div> <div> <div> <div> <div> <div> <div> <div> <div> <div> <div> <div> <div> <div> <div>",
    "x # # # # # # # # # # # # # # # # # # # # # # # # # # # # # # # # # # # # # # # # # # # # # # # # # # # # # # #",
    "x - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - -",
    "x 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1.",
    "x === === === === === === === === === === === === === === === === === === === === === === === === === === === =",
    "x ``` ``` ``` ``` ``` ``` ``` ``` ``` ``` ``` ``` ``` ``` ``` ``` ``` ``` ``` ``` ``` ``` ``` ``` ``` ``` ```",
    "x > * + : | @x <b> &lt; [y]: > * + : | @x <b> &lt; [y]: > * + : | @x <b> &lt; [y]: > * + : | @x <b> &lt; [y]: > * +",
];
