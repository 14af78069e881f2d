//! Random entries of a spec: codes with any legal number, name, text and advice, and ranges.

use close_codes_cli::protocol;
use close_codes_cli::registry::Registry;
use close_codes_cli::spec::Kind;
use close_codes_cli::text::is_blank;
use proptest::collection::{btree_set, vec};
use proptest::option::{of, weighted};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};
use tests::languages::languages;

use super::texts::{markdown, name, number, text};

/// `reconnect`, `after` and `because`, as they stand in an entry.
pub fn advice() -> impl Strategy<Value = Value> {
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
pub fn object(fields: &[(&str, Option<Value>)]) -> Value {
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

/// Causes of a code or a range.
fn causes() -> impl Strategy<Value = Value> {
    let cause = (
        of(text()),
        of(text()),
        text(),
        text(),
        text(),
        of(text()),
        any::<bool>(),
    );
    let cause = cause.prop_map(|(when, seen, summary, check, fix, doubt, cites)| {
        object(&[
            ("when", when.map(Into::into)),
            ("seen", seen.map(Into::into)),
            ("summary", Some(summary.into())),
            ("check", Some(check.into())),
            ("fix", Some(fix.into())),
            ("doubt", doubt.map(Into::into)),
            ("reference", cites.then(|| json!(["cited#section-1"]))),
        ])
    });
    vec(cause, 0..3).prop_map(Value::from)
}

/// The fields that an entry has beside its number, name, summary and kind; some fit only what may be sent.
fn extras(is_usable: bool) -> impl Strategy<Value = Value> {
    let cut =
        |text: String| text[..text.floor_char_boundary(protocol::MAX_REASON_BYTES)].to_owned();
    let reason = text()
        .prop_map(cut)
        .prop_filter("nothing to see", |text| !is_blank(text));
    let side = select(&["either", "client", "server"][..]);
    let fields = (
        of(markdown()),
        weighted(0.3, reason),
        weighted(0.2, text()),
        weighted(0.2, text()),
        weighted(0.4, side),
        of(advice()),
        any::<bool>(),
        of(causes()),
    );
    fields.prop_map(
        move |(details, reason, deprecated, doubt, side, advice, cites, causes)| {
            let entry = object(&[
                ("details", details.map(Into::into)),
                ("reason", reason.filter(|_| is_usable).map(Into::into)),
                ("deprecated", deprecated.map(Into::into)),
                ("doubt", doubt.map(Into::into)),
                ("sent_by", side.filter(|_| is_usable).map(Into::into)),
                ("reference", cites.then(|| json!(["cited#section-1"]))),
                ("causes", causes),
            ]);
            merged(entry, advice.unwrap_or_else(|| json!({})))
        },
    )
}

/// Identifiers that a spec fixes for a code: each language has its own rule for how they begin.
fn fixed_names() -> impl Strategy<Value = Value> {
    let identifier = of("[A-Za-z][A-Za-z0-9]{0,20}_?[A-Za-z0-9]{0,20}");
    let languages = languages();
    vec(identifier, languages.len()).prop_map(move |identifiers| {
        let fixed = languages.iter().zip(identifiers);
        let fixed = fixed.filter_map(|(language, identifier)| {
            let identifier = identifier?;
            let (first, rest) = identifier.split_at(1);
            let lower = format!("{}{rest}", first.to_ascii_lowercase());
            let upper = format!("{}{rest}", first.to_ascii_uppercase());
            let capitals = identifier.to_ascii_uppercase();
            let mut spellings = [identifier.clone(), lower, upper, capitals].into_iter();
            let fitting = spellings.find(|spelling| language.is_identifier(spelling))?;
            Some((language.name().to_owned(), fitting.into()))
        });
        fixed.collect::<Map<_, _>>().into()
    })
}

/// An entry of its own.
pub fn code() -> impl Strategy<Value = Value> {
    let kind = prop_oneof![6 => Just("usable"), 1 => Just("local"), 1 => Just("reserved")];
    (number(), kind).prop_flat_map(|(number, kind)| {
        let kind = match kind {
            "usable" if !Registry::standard().answer(number).is_sendable() => "local",
            _ if [protocol::RELAYED_TO_CLIENT, protocol::RELAYED_TO_SERVER].contains(&number) => {
                "usable"
            }
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
pub fn adjustment() -> impl Strategy<Value = Value> {
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
pub fn ranges() -> impl Strategy<Value = Vec<Value>> {
    let bound =
        prop_oneof![3 => 3000_u16..5000, 2 => any::<u16>(), 1 => Just(0), 1 => Just(u16::MAX)];
    let meaning = (
        name(),
        text(),
        of(markdown()),
        of(advice()),
        any::<bool>(),
        of(causes()),
    );
    (btree_set(bound, 0..8), vec(meaning, 4)).prop_map(|(bounds, meanings)| {
        let bounds: Vec<u16> = bounds.into_iter().collect();
        let pairs = bounds.chunks(2).zip(meanings);
        let range = |(bounds, (name, summary, details, advice, single, causes)): (
            &[u16],
            (_, _, Option<_>, Option<_>, _, Option<_>),
        )| {
            let (from, last) = (bounds[0], bounds[bounds.len() - 1]);
            let range = object(&[
                ("from", Some(json!(from))),
                ("to", Some(json!(if single { from } else { last }))),
                ("name", Some(Value::String(name))),
                ("summary", Some(Value::String(summary))),
                ("details", details.map(Value::String)),
                ("causes", causes),
            ]);
            merged(range, advice.unwrap_or_else(|| json!({})))
        };
        pairs.map(range).collect()
    })
}
