//! Random sound specs, as hostile as JSON lets them be: any legal number, names that languages use themselves, and
//! texts that would end a comment, a string, a template or a section.

use std::collections::{BTreeMap, BTreeSet};

use close_codes_cli::prose::visible;
use close_codes_cli::registry::Registry;
use close_codes_cli::source::Source;
use close_codes_cli::spec::Kind;
use close_codes_cli::wire;
use proptest::collection::{btree_set, vec};
use proptest::option::{of, weighted};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

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
const NAMES: &[&str] = &[
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

/// The rules that random names and numbers may break: whatever breaks one is taken out.
const UNIQUENESS: &[&str] = &["duplicate-name", "name-collision"];

/// A text with something to see in it.
pub fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => select(HOSTILE).prop_map(str::to_owned),
        4 => "[a-zA-Z]{1,12}",
        1 => any::<char>().prop_map(String::from),
        1 => "[a-z]{60,200}",
    ];
    let joined = (vec(piece, 1..14), select(&["", " ", " "][..]));
    joined
        .prop_map(|(pieces, glue)| pieces.join(glue))
        .prop_filter("nothing to see", |text| !visible(text).trim().is_empty())
}

fn name() -> impl Strategy<Value = String> {
    let words = vec("[a-z][a-z0-9]{0,14}", 1..6).prop_map(|words| words.join("-"));
    let cut = |name: String| name[..name.len().min(60)].trim_end_matches('-').to_owned();
    prop_oneof![
        2 => select(NAMES).prop_map(str::to_owned),
        2 => words.prop_map(cut),
        1 => "[a-z][a-z0-9]{40,59}",
    ]
}

fn number() -> impl Strategy<Value = u16> {
    prop_oneof![6 => 4000_u16..5000, 2 => 3000_u16..4000, 2 => 1000_u16..1016, 1 => any::<u16>()]
}

/// `reconnect`, `after` and `because`, as they stand in an entry.
fn advice() -> impl Strategy<Value = Value> {
    let word = select(&["never", "immediately", "backoff"][..]).prop_map(|word| json!(word));
    let bounds = (0_u32..40_000, 1_u32..400_000, 0_u32..30_000_000).prop_map(|(from, more, cap)| {
        let seconds = |milliseconds: u32| f64::from(milliseconds) / 1000.0;
        let to = from + more;
        json!({ "backoff": {
            "from_seconds": seconds(from), "to_seconds": seconds(to), "cap_seconds": seconds(to + cap),
        } })
    });
    let after = select(
        &[
            "new-credentials",
            "new-session",
            "other-server",
            "user-action",
            "changed-request",
        ][..],
    );
    let reconnect = prop_oneof![word, bounds];
    (reconnect, of(after), of(text())).prop_map(|(reconnect, after, because)| {
        let after = after.filter(|_| reconnect != "never");
        object(&[
            ("reconnect", Some(reconnect)),
            ("after", after.map(Into::into)),
            ("because", because.map(Into::into)),
        ])
    })
}

/// An object without the fields that have no value.
fn object(fields: &[(&str, Option<Value>)]) -> Value {
    let present =
        |(field, value): &(&str, Option<Value>)| Some(((*field).to_owned(), value.clone()?));
    fields
        .iter()
        .filter_map(present)
        .collect::<Map<_, _>>()
        .into()
}

fn merged(mut entry: Value, more: Value) -> Value {
    if let (Value::Object(entry), Value::Object(more)) = (&mut entry, more) {
        entry.extend(more);
    }
    entry
}

/// The fields that an entry has beside its number, name, summary and kind; some fit only what may be sent.
fn extras(is_usable: bool) -> impl Strategy<Value = Value> {
    let cut = |text: String| text[..text.floor_char_boundary(wire::MAX_REASON_BYTES)].to_owned();
    let reason = text()
        .prop_map(cut)
        .prop_filter("nothing to see", |text| !visible(text).trim().is_empty());
    let side = select(&["either", "client", "server"][..]);
    let fields = (
        of(text()),
        weighted(0.3, reason),
        weighted(0.2, text()),
        weighted(0.2, text()),
        weighted(0.4, side),
        of(advice()),
        any::<bool>(),
    );
    fields.prop_map(
        move |(details, reason, deprecated, doubt, side, advice, cites)| {
            let entry = object(&[
                ("details", details.map(Into::into)),
                ("reason", reason.filter(|_| is_usable).map(Into::into)),
                ("deprecated", deprecated.map(Into::into)),
                ("doubt", doubt.map(Into::into)),
                ("sent_by", side.filter(|_| is_usable).map(Into::into)),
                ("reference", cites.then(|| json!(["cited#section-1"]))),
            ]);
            merged(entry, advice.unwrap_or_else(|| json!({})))
        },
    )
}

/// Identifiers that a spec fixes for a code.
fn fixed_names() -> impl Strategy<Value = Value> {
    let upper = "[A-Z][A-Za-z0-9]{0,40}";
    (
        of(upper),
        of("[a-z][A-Za-z0-9]{0,40}"),
        of("[A-Za-z][A-Za-z0-9_]{0,40}"),
    )
        .prop_map(|(rust, swift, typescript)| {
            object(&[
                ("rust", rust.map(Into::into)),
                ("swift", swift.map(Into::into)),
                ("typescript", typescript.map(Into::into)),
            ])
        })
}

/// An entry of its own.
fn code() -> impl Strategy<Value = Value> {
    let kind = prop_oneof![6 => Just("usable"), 1 => Just("local"), 1 => Just("reserved")];
    (number(), kind).prop_flat_map(|(number, kind)| {
        let kind = match kind {
            "usable" if !wire::is_sendable(number) => "local",
            _ => kind,
        };
        let own = (
            name(),
            text(),
            extras(kind == "usable"),
            weighted(0.1, fixed_names()),
        );
        own.prop_map(move |(name, summary, extras, names)| {
            let entry = json!({ "code": number, "name": name, "summary": summary, "kind": kind });
            let entry = merged(
                entry,
                names.map_or(json!({}), |names| json!({ "names": names })),
            );
            merged(entry, extras)
        })
    })
}

/// An inherited code with other fields.
fn adjustment() -> impl Strategy<Value = Value> {
    let standard: Vec<(u16, bool)> = Registry::standard()
        .entries()
        .map(|code| (code.number, code.kind == Kind::Usable))
        .collect();
    select(standard).prop_flat_map(|(number, is_usable)| {
        let fields = (extras(is_usable), of(text()));
        fields.prop_map(move |(extras, summary)| {
            let entry = object(&[
                ("code", Some(json!(number))),
                ("summary", summary.map(Into::into)),
            ]);
            let mut entry = merged(entry, extras);
            // Words of advice alone would change the inherited advice in part.
            if entry.get("reconnect").is_none() {
                entry["reconnect"] = json!("backoff");
            }
            entry
        })
    })
}

/// Ranges that do not overlap: pairs of neighbours, some of them of one number.
fn ranges() -> impl Strategy<Value = Vec<Value>> {
    let bound =
        prop_oneof![3 => 3000_u16..5000, 2 => any::<u16>(), 1 => Just(0), 1 => Just(u16::MAX)];
    let meaning = (name(), text(), of(text()), of(advice()), any::<bool>());
    (btree_set(bound, 0..8), vec(meaning, 4)).prop_map(|(bounds, meanings)| {
        let bounds: Vec<u16> = bounds.into_iter().collect();
        let pairs = bounds.chunks(2).zip(meanings);
        let range = |(bounds, (name, summary, details, advice, single)): (
            &[u16],
            (_, _, Option<_>, Option<_>, _),
        )| {
            let (from, last) = (bounds[0], bounds[bounds.len() - 1]);
            let range = object(&[
                ("from", Some(json!(from))),
                ("to", Some(json!(if single { from } else { last }))),
                ("name", Some(Value::String(name))),
                ("summary", Some(Value::String(summary))),
                ("details", details.map(Value::String)),
            ]);
            merged(range, advice.unwrap_or_else(|| json!({})))
        };
        pairs.map(range).collect()
    })
}

/// Where the outputs go: TypeScript as a package, whose JavaScript can be run; the others in either form.
fn outputs() -> impl Strategy<Value = Value> {
    let access = select(&["public", "internal", "package"][..]);
    let type_name = select(&["CloseCode", "ChatCloseCode", "Code", "URLCode"][..]);
    let flags = (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>());
    (flags, access, type_name).prop_map(|((rust, serde, swift, foundation), access, type_name)| {
        json!({
            "rust": { "path": if rust { "rust/" } else { "close_code.rs" }, "serde": serde },
            "swift": {
                "path": if swift { "swift/" } else { "CloseCode.swift" },
                "type": type_name, "access": access, "foundation": foundation,
            },
            "typescript": "web/",
            "markdown": "docs.md",
            "json": "codes.json",
        })
    })
}

/// A spec that is sound.
pub fn spec() -> impl Strategy<Value = Value> {
    let head = (name(), of(text()), of(text()), of(text()), any::<bool>());
    let retired = vec((number(), name()), 0..3);
    let codes = (vec(code(), 0..12), vec(adjustment(), 0..4));
    let parts = (
        head,
        codes,
        ranges(),
        of(advice()),
        retired,
        outputs(),
        (text(), text()),
    );
    parts.prop_map(
        |(head, (own, adjusted), ranges, otherwise, retired, outputs, document)| {
            let (name, title, summary, command, extends) = head;
            let adjusted = adjusted.into_iter().filter(|_| extends);
            let by_number: BTreeMap<u64, Value> = own
                .into_iter()
                .chain(adjusted)
                .map(|entry| (entry["code"].as_u64().expect("a number"), entry))
                .collect();
            let cited = by_number
                .values()
                .any(|entry| entry.get("reference").is_some());
            let document =
                json!([{ "id": "cited", "title": document.0, "url": format!("https://example.com/{}", document.1.replace('#', "")) }]);
            let retired = retired
                .into_iter()
                .map(|(code, name)| json!({ "code": code, "name": name }));
            let spec = object(&[
                ("name", Some(name.into())),
                ("title", title.map(Into::into)),
                ("summary", summary.map(Into::into)),
                ("command", command.map(Into::into)),
                ("extends", extends.then(|| "standard".into())),
                ("codes", Some(by_number.into_values().collect())),
                ("ranges", Some(ranges.into())),
                ("otherwise", otherwise),
                ("retired", Some(retired.collect())),
                ("documents", cited.then_some(document)),
                ("outputs", Some(outputs)),
            ]);
            without_clashes(spec)
        },
    )
}

/// The spec without the entries that clash with others.
fn without_clashes(mut spec: Value) -> Value {
    loop {
        let source = Source::new("close-codes.json", &spec.to_string());
        let Err(problems) = close_codes_cli::Project::read(&source) else {
            return spec;
        };
        assert!(!problems.is_empty(), "refused without a reason: {spec}");
        let entries: BTreeSet<usize> = problems
            .iter()
            .map(|problem| {
                let is_clash = UNIQUENESS.contains(&problem.rule);
                assert!(
                    is_clash,
                    "{}",
                    close_codes_cli::report::report(
                        &source,
                        &problems,
                        close_codes_cli::report::Format::Human
                    )
                );
                let pointer = problem.pointer().expect("a clash has a place").as_str();
                let index = pointer.split('/').nth(2).expect("a clash is in an entry");
                index.parse().expect("an index")
            })
            .collect();
        let codes = spec["codes"].as_array_mut().expect("codes");
        for index in entries.into_iter().rev() {
            codes.remove(index);
        }
        if codes.iter().all(|code| code.get("reference").is_none()) {
            spec.as_object_mut()
                .expect("a spec")
                .shift_remove("documents");
        }
    }
}

/// Specs that no random one is as bad as: every name at once, every hostile text at once, long names and ranges, one
/// answer for all numbers, and nothing at all.
pub fn worst() -> Vec<Value> {
    let entry = |index: usize, number: u16, name: &str| {
        let texts = |count| -> Vec<&str> {
            HOSTILE
                .iter()
                .cycle()
                .skip(index * 3)
                .take(count)
                .copied()
                .collect()
        };
        json!({
            "code": number,
            "name": name,
            "summary": format!("Seen {}", texts(5).join(" ")),
            "details": format!("{} end.\n\nMore, {}", texts(30).join(" "), texts(7).join(", ")),
            "reason": format!("Seen {}", texts(3).concat()),
            "deprecated": index.is_multiple_of(3).then(|| format!("Seen {}", texts(9).join(" "))),
        })
    };
    let numbered = |names: Vec<String>| -> Value {
        let names = names.iter().enumerate().zip(4000_u16..);
        let entries =
            names.map(|((index, name), number)| without_nulls(entry(index, number, name)));
        entries.collect()
    };
    let all_names = NAMES.iter().map(|name| (*name).to_owned()).collect();
    let long_names = (1..=60).map(|length| "n".repeat(length)).collect();
    let long = |letter: &str| letter.repeat(60);
    let bounds = json!({ "backoff": { "from_seconds": 31.001, "to_seconds": 31_000_000.001, "cap_seconds": 31_535_999.999 } });
    let specs = [
        json!({ "name": "names", "title": HOSTILE.join(" "), "command": HOSTILE.join(" "), "codes": numbered(all_names) }),
        json!({
            "name": long("n"), "extends": "standard", "summary": HOSTILE.join(" "), "codes": numbered(long_names),
            "ranges": [
                { "from": 4100, "to": 4199, "name": long("a"), "summary": HOSTILE.concat(), "reconnect": bounds, "after": "new-credentials" },
                { "from": 5000, "to": 65535, "name": long("b"), "summary": "B.", "reconnect": "never" },
            ],
            "otherwise": { "reconnect": bounds, "after": "changed-request" },
        }),
        json!({
            "name": "whole",
            "codes": [
                { "code": 65535, "name": long("z"), "summary": "é".repeat(100), "kind": "local", "reconnect": bounds },
                { "code": 10000, "name": "wide", "summary": "名".repeat(40), "kind": "local" },
            ],
            "ranges": [{ "from": 0, "to": 65535, "name": "all", "summary": "All.", "reconnect": "never", "sent_by": "server" }],
        }),
        json!({ "name": "adjusted", "extends": "standard", "codes": [{ "code": 1008, "reconnect": "never" }] }),
        json!({ "name": "reserved", "codes": [{ "code": 4000, "name": "kept", "summary": "Kept.", "kind": "reserved" }] }),
    ];
    specs.map(without_clashes).into()
}

fn without_nulls(mut entry: Value) -> Value {
    if let Value::Object(entry) = &mut entry {
        entry.retain(|_, value| !value.is_null());
    }
    entry
}
