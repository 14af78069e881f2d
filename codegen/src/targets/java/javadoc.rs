//! The Markdown of a comment → Javadoc, which is HTML, in the lines that google-java-format makes of it.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::LINE_WIDTH;
use super::literal::units;

/// How much further the lines of a tag are indented, behind the first.
const TAG_INDENT: usize = 4;

/// A whole comment at `indent`: lines of Markdown, and what a spec says to use instead of something deprecated.
pub(super) fn javadoc(
    markdown: &[String],
    deprecated: Option<&[String]>,
    indent: usize,
) -> Vec<String> {
    let width = LINE_WIDTH - indent - " * ".len();
    let mut lines: Vec<String> = Vec::new();
    for (index, html) in paragraphs(markdown).into_iter().enumerate() {
        if index > 0 {
            lines.push(String::new());
        }
        let mark = if index > 0 { "<p>" } else { "" };
        lines.extend(wrapped(&format!("{mark}{html}"), width, 0));
    }
    if let Some(instead) = deprecated {
        let html = paragraphs(instead).join(" ");
        lines.push(String::new());
        lines.extend(wrapped(&format!("@deprecated {html}"), width, TAG_INDENT));
    }
    match lines.as_slice() {
        [line] if units(line) + "/**  */".len() <= LINE_WIDTH - indent => {
            vec![format!("/** {line} */")]
        }
        _ => {
            let lines = lines.iter().map(|line| format!(" * {line}"));
            let lines = lines.map(|line| line.trim_end().to_owned());
            let start = std::iter::once("/**".to_owned());
            start.chain(lines).chain([" */".to_owned()]).collect()
        }
    }
}

/// The HTML of each paragraph, on one line.
fn paragraphs(markdown: &[String]) -> Vec<String> {
    let mut paragraphs: Vec<String> = Vec::new();
    for event in Parser::new(&markdown.join("\n")) {
        if matches!(event, Event::Start(Tag::Paragraph)) {
            paragraphs.push(String::new());
        }
        let Some(html) = paragraphs.last_mut() else {
            continue;
        };
        match event {
            Event::Text(text) => html.push_str(&escape(&text)),
            Event::Code(text) => html.push_str(&code(&text)),
            Event::SoftBreak => html.push(' '),
            Event::Start(Tag::Emphasis) => html.push_str("<em>"),
            Event::End(TagEnd::Emphasis) => html.push_str("</em>"),
            Event::Start(Tag::Strong) => html.push_str("<strong>"),
            Event::End(TagEnd::Strong) => html.push_str("</strong>"),
            _ => {}
        }
    }
    paragraphs
}

/// Text of which no character means anything: to HTML, to Javadoc, or to Java, which replaces `\u0041` in comments.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '@' | '*' | '\\' => escaped.extend(["&#", &u32::from(c).to_string(), ";"]),
            _ => escaped.push(c),
        }
    }
    escaped
}

/// Code, or text where the tag cannot hold it.
fn code(text: &str) -> String {
    if text.contains(['{', '}', '@', '*', '\\']) {
        escape(text)
    } else {
        format!("{{@code {text}}}")
    }
}

/// The words in lines of at most `width`. Lines behind the first begin with `indent` spaces.
fn wrapped(html: &str, width: usize, indent: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut room = 0;
    for word in html.split(' ') {
        let length = units(word);
        match lines.last_mut() {
            Some(line) if length < room => {
                line.push(' ');
                line.push_str(word);
                room -= length + 1;
            }
            last => {
                let margin = if last.is_some() { indent } else { 0 };
                lines.push(format!("{:margin$}{word}", ""));
                room = (width - margin).saturating_sub(length);
            }
        }
    }
    lines
}
