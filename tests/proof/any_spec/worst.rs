//! Specs that no random one is as bad as.

use serde_json::{Value, json};

use super::hostile::{ATTACKS, HOSTILE, NAMES};
use super::specs::without_clashes;

/// Every name at once, every hostile text at once, every attack, long names and ranges, one
/// answer for all numbers, and nothing at all.
pub fn worst_specs() -> Vec<Value> {
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
            "causes": [{
                "when": format!("Now {}", texts(3).join(" ")),
                "seen": format!("Seen {}", texts(5).join(" ")), "summary": format!("It is {}", texts(3).join(" ")),
                "check": format!("See {}", texts(4).join(" ")), "fix": format!("Do {}", texts(7).join("\n\n")),
                "doubt": format!("Or {}", texts(9).join("\n")),
            }],
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
    let bounds = json!({ "backoff": { "from_seconds": 31.001, "to_seconds": 2_000_000.001, "cap_seconds": 2_073_599.999 } });
    let causes: Value = ATTACKS
        .iter()
        .take(8)
        .map(|attack| json!({ "summary": attack, "check": attack, "fix": attack }))
        .collect();
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
            "ranges": [{ "from": 0, "to": 65535, "name": "everything", "summary": "All.", "reconnect": "never", "sent_by": "server" }],
        }),
        json!({ "name": "attacked", "codes": attacked(), "ranges": [
            { "from": 4900, "to": 4999, "name": "all-at-once", "summary": "All.", "details": ATTACKS.join("\n\n"), "causes": causes },
        ] }),
        json!({ "name": "adjusted", "extends": "standard", "codes": [{ "code": 1008, "reconnect": "never" }] }),
        json!({ "name": "ranges", "extends": "standard", "codes": [], "ranges": ranges_of_all_names() }),
        json!({ "name": "reserved", "codes": [{ "code": 4000, "name": "kept", "summary": "Kept.", "kind": "reserved" }] }),
    ];
    specs.map(without_clashes).into()
}

/// A range of each name, also of those that end in what holds ranges, and of a long one.
fn ranges_of_all_names() -> Value {
    let more = ["my-ranges", "ranges", "my-close-code-2"].map(str::to_owned);
    let long = [
        "w".repeat(60),
        format!("{}-{}", "w".repeat(29), "v".repeat(30)),
    ];
    let names = NAMES.iter().map(|name| (*name).to_owned());
    let names = names.chain(more).chain(long).zip((4000_u16..).step_by(2));
    let ranges = names.map(|(name, from)| {
        json!({ "from": from, "to": from + 1, "name": name, "summary": ATTACKS[usize::from(from) % ATTACKS.len()] })
    });
    ranges.collect()
}

/// A code for each attack, alone, behind text, and as its summary.
fn attacked() -> Value {
    let codes = ATTACKS.iter().enumerate().zip(4000_u16..);
    let codes = codes.map(|((index, attack), number)| {
        json!({
            "code": number,
            "name": format!("attack-{}", NAMES[index]),
            "summary": attack,
            "details": format!("{attack}\n\nSeen {attack}"),
            "deprecated": attack,
            "causes": [{ "when": attack, "seen": attack, "summary": attack, "check": attack, "fix": attack, "doubt": attack }],
        })
    });
    codes.collect()
}

fn without_nulls(mut entry: Value) -> Value {
    if let Value::Object(entry) = &mut entry {
        entry.retain(|_, value| !value.is_null());
    }
    entry
}
