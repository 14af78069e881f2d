//! Random sound specs, as hostile as JSON lets them be: any legal number, names that languages use themselves, and
//! texts that would end a comment, a string, a template or a section.

use std::collections::{BTreeMap, BTreeSet};

use close_codes_cli::Source;
use close_codes_cli::protocol;
use close_codes_cli::registry::Registry;
use close_codes_cli::spec::Kind;
use close_codes_cli::text::visible;
use proptest::collection::{btree_set, vec};
use proptest::option::{of, weighted};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

use super::texts::{cut, markdown, name, number, text};

/// The rules that random names and numbers may break: whatever breaks one is taken out.
const UNIQUENESS: &[&str] = &["duplicate-name", "name-collision"];

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
    let cut =
        |text: String| text[..text.floor_char_boundary(protocol::MAX_REASON_BYTES)].to_owned();
    let reason = text()
        .prop_map(cut)
        .prop_filter("nothing to see", |text| !visible(text).trim().is_empty());
    let side = select(&["either", "client", "server"][..]);
    let fields = (
        of(markdown()),
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
            "usable" if !protocol::is_sendable(number) => "local",
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
    let meaning = (name(), text(), of(markdown()), of(advice()), any::<bool>());
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
                json!([{ "id": "cited", "title": cut(&document.0, 150), "url": format!("https://example.com/{}", cut(&document.1.replace('#', ""), 300)) }]);
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
pub fn without_clashes(mut spec: Value) -> Value {
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
                    close_codes_cli::diagnostics::report::report(
                        &source,
                        &problems,
                        close_codes_cli::diagnostics::report::Format::Human
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
