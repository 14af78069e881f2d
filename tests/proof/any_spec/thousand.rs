//! A thousand codes in one spec: what is written grows no faster than the codes.

use std::iter::repeat;

use serde_json::{Value, json};
use tests::render;

use super::specs::outputs;

/// A spec of `count` codes from 4000 on, each as long as any other, whatever their number.
pub fn many(count: u16) -> Value {
    let reconnects = [
        json!("never"),
        json!("immediately"),
        json!("backoff"),
        json!({ "backoff": { "from_seconds": 1, "to_seconds": 5, "cap_seconds": 50 } }),
    ];
    let codes = (0..count)
        .zip(reconnects.iter().cycle())
        .map(|(index, reconnect)| {
            let side = ["client", "server", "either"][usize::from(index % 3)];
            json!({
                "code": 4000 + index,
                "name": format!("code-n{index:03}"),
                "summary": format!("The code with the number {index:03} of them all."),
                "details": "It says as much as any other code does.",
                "reconnect": reconnect,
                "sent_by": side,
                "reason": format!("reason {index:03}"),
            })
        });
    json!({
        "name": "many",
        "codes": codes.collect::<Value>(),
        "outputs": outputs(repeat(false)),
    })
}

#[test]
fn what_is_written_grows_like_the_codes() {
    let sizes = |count: u16| -> Vec<usize> {
        let files = render(&many(count).to_string());
        files.iter().map(|(_, text)| text.len()).collect()
    };
    let [none, hundred, thousand] = [0, 100, 1000].map(sizes);
    for ((none, hundred), thousand) in none.iter().zip(hundred).zip(thousand) {
        // Neighbours share rows in the smallest, and nothing else differs.
        assert!(
            thousand - none <= 11 * (hundred - none),
            "{none} {hundred} {thousand}"
        );
    }
}
