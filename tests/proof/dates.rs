//! Dates of snapshots → whether a spec may have them: days of the calendar, written `YYYY-MM-DD`.

use close_codes_cli::{Project, Source};
use serde_json::json;

#[test]
fn a_date_is_a_day_of_the_calendar() {
    for (date, is_one) in [
        ("2026-01-31", true),
        ("2026-04-30", true),
        ("2026-12-31", true),
        ("2024-02-29", true),
        ("2000-02-29", true),
        ("2026-02-29", false),
        ("1900-02-29", false),
        ("2024-02-30", false),
        ("2026-04-31", false),
        ("2026-12-32", false),
        ("2026-13-01", false),
        ("2026-00-01", false),
        ("2026-01-00", false),
        ("2026-1-01", false),
        ("2026-01-011", false),
        ("2026/01/01", false),
        ("2026-01-0x", false),
    ] {
        let spec = json!({
            "name": "chat",
            "registry": { "document": "wiki", "snapshot": date },
            "documents": [{ "id": "wiki", "title": "Wiki", "url": "https://example.com" }],
        });
        let spec = spec.to_string();
        let read = Project::read(&Source::new("close-codes.json", &spec));
        assert_eq!(read.is_ok(), is_one, "{date}");
    }
}
