//! `bridges/bridges.json` of a language → its bridges, and what their libraries do otherwise.

use std::env::consts::OS;

use serde_json::Value;
use tests::languages::Language;
use tests::read;

use crate::languages::parsed;

/// A program that speaks with a WebSocket library and the generated code.
pub(super) struct Bridge {
    pub(super) name: String,
    pub(super) role: Role,
    deviations: Vec<Deviation>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Client,
    Server,
}

/// What a library does otherwise than to send or to report a code and its reason.
pub(super) struct Deviation {
    when: &'static str,
    numbers: Vec<(u64, u64)>,
    pub(super) outcome: Outcome,
}

pub(super) enum Outcome {
    /// It does not send the code; the bridge prints this error.
    Refused(String),
    /// It sends or reports this instead.
    Instead {
        code: u16,
        reason: String,
        is_uncertain: bool,
    },
}

pub(super) const SENDING: &str = "sending";
pub(super) const RECEIVING: &str = "receiving";

impl Bridge {
    pub(super) fn deviation(&self, when: &str, number: u16) -> Option<&Deviation> {
        let number = u64::from(number);
        let mut deviations = self.deviations.iter();
        deviations.find(|deviation| {
            let mut numbers = deviation.numbers.iter();
            deviation.when == when && numbers.any(|(from, to)| (*from..=*to).contains(&number))
        })
    }
}

/// The bridges of a language that were measured on this platform.
pub(super) fn bridges(language: Language) -> Vec<Bridge> {
    let path = language.folder().join("bridges/bridges.json");
    if !path.is_file() {
        return Vec::new();
    }
    let list = parsed(&read(&path));
    let bridges = list.as_array().expect("a list of bridges").iter();
    let here = bridges.filter(|bridge| bridge["platform"].as_str().is_none_or(|name| name == OS));
    here.map(bridge).collect()
}

fn bridge(value: &Value) -> Bridge {
    let deviations = value["deviations"].as_array().expect("deviations");
    Bridge {
        name: text(value, "name"),
        role: match text(value, "role").as_str() {
            "client" => Role::Client,
            "server" => Role::Server,
            other => panic!("there is no role {other}"),
        },
        deviations: deviations.iter().map(deviation).collect(),
    }
}

fn deviation(value: &Value) -> Deviation {
    assert!(
        !text(value, "because").is_empty(),
        "a deviation has a cause"
    );
    let numbers = value["numbers"].as_array().expect("pairs of numbers");
    let number = |value: &Value| value.as_u64().expect("a number");
    let refusal = value["refusal"].as_str().map(str::to_owned);
    Deviation {
        when: match text(value, "when").as_str() {
            SENDING => SENDING,
            RECEIVING => RECEIVING,
            other => panic!("a deviation is for sending or receiving, not {other}"),
        },
        numbers: numbers
            .iter()
            .map(|pair| (number(&pair[0]), number(&pair[1])))
            .collect(),
        outcome: refusal.map_or_else(|| instead(value), Outcome::Refused),
    }
}

fn instead(value: &Value) -> Outcome {
    let code = value["code"].as_u64().expect("a code");
    Outcome::Instead {
        code: code.try_into().expect("a code has 16 bits"),
        reason: text(value, "reason"),
        is_uncertain: value["uncertain"].as_bool().unwrap_or_default(),
    }
}

fn text(value: &Value, key: &str) -> String {
    let text = value[key].as_str();
    text.unwrap_or_else(|| panic!("{key} is missing in {value}"))
        .to_owned()
}
