//! Styles and scripts of the templates → one style and one script for a page, and the policy that allows only these.

use askama::Template;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::tables::TableView;

#[derive(Template)]
#[template(path = "docs/base.css", escape = "none")]
struct Base;

#[derive(Template)]
#[template(path = "docs/page.css", escape = "none")]
struct Whole;

#[derive(Template)]
#[template(path = "docs/copy.js", escape = "none")]
struct Copy;

#[derive(Template)]
#[template(path = "docs/search.js", escape = "none")]
struct Search;

/// The heads of tables, which a narrow window has at each cell.
#[derive(Template)]
#[template(path = "docs/heads.css", escape = "none")]
struct Heads<'a> {
    tables: &'a [&'a TableView],
}

/// What stands in a page beside its text. No text of a spec is in it.
pub(super) struct Assets {
    pub(super) style: String,
    pub(super) script: String,
    /// The content security policy.
    pub(super) policy: String,
}

impl Assets {
    /// For the whole page, which has these tables.
    pub(super) fn of_page(tables: &[&TableView]) -> Self {
        Self::new(&[&Base, &Whole, &Heads { tables }], &[&Copy, &Search])
    }

    /// For a page about one code.
    pub(super) fn of_code() -> Self {
        Self::new(&[&Base], &[&Copy])
    }

    fn new(styles: &[&dyn askama::DynTemplate], scripts: &[&dyn askama::DynTemplate]) -> Self {
        let (style, script) = (joined(styles), joined(scripts));
        let policy = format!(
            "default-src 'none'; style-src '{}'; script-src '{}'; base-uri 'none'; form-action 'none'",
            hash(&style),
            hash(&script)
        );
        Self {
            style,
            script,
            policy,
        }
    }
}

/// The texts without indentation and comments, which have lines of their own.
fn joined(templates: &[&dyn askama::DynTemplate]) -> String {
    let texts = templates.iter().map(|template| {
        let text = template.dyn_render();
        text.expect("a text without values")
    });
    let lines = texts.collect::<Vec<_>>().join("\n");
    let lines = lines.lines().map(str::trim_start);
    let is_code =
        |line: &&str| !line.is_empty() && !line.starts_with("//") && !line.starts_with("/*");
    let mut text = String::from("\n");
    for line in lines.filter(is_code) {
        text.push_str(line);
        text.push('\n');
    }
    text
}

/// End tags that HTML implies where a line ends in them.
const IMPLIED: [&str; 8] = [
    "</td>", "</th>", "</tr>", "</thead>", "</tbody>", "</li>", "</dt>", "</dd>",
];

/// The same page without the indentation of its tags, which is a quarter of it, and without end tags that HTML implies. Text keeps
/// its own: an escaped one has no tags.
pub(super) fn compact(page: &str) -> String {
    let (head, body) = page.split_once("<body>").unwrap_or((page, ""));
    let mut text = format!("{head}<body>\n");
    for line in body.lines().skip(1) {
        let tag = line.trim_start_matches(' ');
        let line = if tag.starts_with('<') { tag } else { line };
        let end = line.rfind('<').unwrap_or(line.len());
        let line = match line.split_at(end) {
            ("", tag) if IMPLIED.contains(&tag) => continue,
            (before, tag) if IMPLIED.contains(&tag) => before,
            _ => line,
        };
        // The end of a line shows as the space before it would.
        text.push_str(line.trim_end_matches(' '));
        text.push('\n');
    }
    text
}

/// How a policy names what stands between two tags.
fn hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}
