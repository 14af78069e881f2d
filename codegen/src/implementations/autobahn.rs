//! Recorded answers to Close frames → whether they are those that two groups of cases of the Autobahn Testsuite demand.
//!
//! The numbers and answers are those of `case7_7_X.py` and `case7_9_X.py` at the commit in [`Cases::url`]; `case.py` compares a
//! code only if a Close frame has one. The suite's frames have no reason, those of the measurements have one.

use super::measured::{Code, Implementation, Special};

/// A group of cases that send a Close frame, each with another code.
#[derive(Debug)]
pub(crate) struct Cases {
    /// The group's id, without the number of the case.
    pub(crate) group: &'static str,
    file: &'static str,
    /// The codes, in the order of the cases.
    pub(crate) numbers: &'static [u16],
    /// Whether this answer is as demanded.
    accepts: fn(Code) -> bool,
}

/// Valid codes: a clean close, with the same code or 1000.
pub(crate) const VALID_CODES: Cases = Cases {
    group: "7.7",
    file: "case7_7_X.py",
    numbers: &[
        1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4999,
    ],
    accepts: |answer| {
        use Special::{Empty, Same};
        matches!(answer, Code::Special(Same | Empty) | Code::Number(1000))
    },
};

/// Invalid codes: a close with 1002, or the end of the connection.
pub(crate) const INVALID_CODES: Cases = Cases {
    group: "7.9",
    file: "case7_9_X.py",
    numbers: &[0, 999, 1004, 1005, 1006, 1016, 1100, 2000, 2999],
    accepts: |answer| {
        use Special::{Empty, Nothing};
        matches!(answer, Code::Special(Nothing | Empty) | Code::Number(1002))
    },
};

impl Cases {
    /// The source of the cases.
    pub(crate) fn url(&self) -> String {
        let folder = "https://github.com/crossbario/autobahn-testsuite/blob/b8a5120d905e30470e4475785c48e4cedc35f6cd";
        let case = "autobahntestsuite/autobahntestsuite/case";
        format!("{folder}/{case}/{}", self.file)
    }

    /// Whether the implementation answers as these cases demand: `yes`, `no`, or the codes for which it does not.
    pub(crate) fn verdict(&self, implementation: &Implementation) -> String {
        let answers = self
            .numbers
            .iter()
            .map(|number| implementation.answers(*number));
        let Some(answers) = answers.collect::<Option<Vec<Code>>>() else {
            return "not recorded".to_owned();
        };
        let is_silent = |answer: &Code| *answer == Code::Special(Special::Nothing);
        if !(self.accepts)(Code::Special(Special::Nothing)) && answers.iter().all(is_silent) {
            return "no answer".to_owned();
        }
        let numbers = self.numbers.iter().zip(answers);
        let refused: Vec<String> = numbers
            .filter(|(_, answer)| !(self.accepts)(*answer))
            .map(|(number, _)| number.to_string())
            .collect();
        match refused.len() {
            0 => "yes".to_owned(),
            all if all == self.numbers.len() => "no".to_owned(),
            _ => format!("not {}", refused.join(", ")),
        }
    }
}
