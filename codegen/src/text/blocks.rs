//! Markdown of a spec → paragraphs and lists of text, code, emphasis and links to the web. Everything else, such as HTML,
//! images and links with other schemes, becomes text.

use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use super::hidden::{one_line, visible};

/// A part that stands on its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Block {
    Paragraph(Vec<Span>),
    List {
        /// The number of the first item; `None` for bullets.
        start: Option<u64>,
        items: Vec<Vec<Span>>,
    },
}

/// A part of a paragraph, without line breaks and without hidden characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Span {
    Text {
        text: String,
        tone: Tone,
    },
    Code(String),
    /// The URL is an [`address`].
    Link {
        text: String,
        url: String,
    },
}

impl Span {
    /// The text of one without emphasis.
    pub(super) fn plain_text(&self) -> Option<&str> {
        match self {
            Self::Text {
                text,
                tone: Tone::Plain,
            } => Some(text),
            _ => None,
        }
    }
}

/// How text is emphasized.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    Plain,
    Emphasis,
    Strong,
}

/// The schemes that a link may have. Any other could run a script, or start a program.
const SCHEMES: [&str; 3] = ["https://", "http://", "mailto:"];

/// Reads Markdown. Lists in lists become one list, and a quotation becomes what it contains.
pub(crate) fn blocks(markdown: &str) -> Vec<Block> {
    let mut reader = Reader::default();
    for event in Parser::new(markdown) {
        reader.take(event);
    }
    reader.end_block();
    reader.blocks
}

/// What an item begins with.
#[derive(Clone, Copy)]
enum Mark {
    Bullet,
    Number(u64),
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    /// The block that is being read.
    spans: Vec<Span>,
    /// The lists around it, each with the mark of its next item.
    lists: Vec<Mark>,
    /// The mark of the item that begins, for which there is no text yet.
    item: Option<Mark>,
    tones: Vec<Tone>,
    /// The URL of the link that is being read, and its text so far.
    link: Option<(String, String)>,
    is_code: bool,
}

impl Reader {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.is_code => {
                for line in text.lines() {
                    self.code(line);
                    self.text(" ");
                }
            }
            Event::Code(text) => self.code(&text),
            Event::SoftBreak | Event::HardBreak => self.text(" "),
            Event::Rule => self.end_block(),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.text(&text),
            // What only extensions of Markdown have.
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Emphasis => self.tones.push(Tone::Emphasis),
            Tag::Strong => self.tones.push(Tone::Strong),
            Tag::Link {
                link_type,
                dest_url,
                ..
            } => self.link = web_url(link_type, &dest_url).map(|url| (url, String::new())),
            // An image would load something; its text stays.
            Tag::Image { .. } => {}
            _ => {
                self.end_block();
                match tag {
                    Tag::CodeBlock(_) => self.is_code = true,
                    Tag::List(start) => self.lists.push(start.map_or(Mark::Bullet, Mark::Number)),
                    Tag::Item => {
                        self.item = self.lists.last().copied();
                        if let Some(Mark::Number(next)) = self.lists.last_mut() {
                            *next += 1;
                        }
                    }
                    _ => {}
                }
            }
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong => {
                self.tones.pop();
            }
            TagEnd::Link => {
                if let Some((url, text)) = self.link.take() {
                    let text = one_line(&text);
                    if !text.is_empty() {
                        self.spans.push(Span::Link { text, url });
                    }
                }
            }
            TagEnd::Image => {}
            _ => {
                self.end_block();
                match tag {
                    TagEnd::CodeBlock => self.is_code = false,
                    TagEnd::List(_) => {
                        self.lists.pop();
                        self.item = None;
                    }
                    _ => {}
                }
            }
        }
    }

    /// Appends text with single spaces.
    fn text(&mut self, text: &str) {
        let text = visible(text);
        if let Some((_, of_link)) = &mut self.link {
            of_link.push_str(&text);
            return;
        }
        let mut ends_in_space = self.spans.last().is_none_or(ends_in_space);
        let mut words = String::with_capacity(text.len());
        for (index, word) in text.split(char::is_whitespace).enumerate() {
            if index > 0 && !ends_in_space {
                words.push(' ');
                ends_in_space = true;
            }
            if !word.is_empty() {
                words.push_str(word);
                ends_in_space = false;
            }
        }
        if !words.is_empty() {
            self.append(words);
        }
    }

    fn append(&mut self, more: String) {
        let tone = self.tones.last().copied().unwrap_or(Tone::Plain);
        match self.spans.last_mut() {
            Some(Span::Text { text, tone: last }) if *last == tone => text.push_str(&more),
            _ => self.spans.push(Span::Text { text: more, tone }),
        }
    }

    fn code(&mut self, text: &str) {
        let code = one_line(text);
        if code.is_empty() {
            return;
        }
        match &mut self.link {
            Some((_, of_link)) => of_link.push_str(&code),
            None => self.spans.push(Span::Code(code)),
        }
    }

    fn end_block(&mut self) {
        let mut spans = std::mem::take(&mut self.spans);
        if let Some(Span::Text { text, .. }) = spans.last_mut()
            && text.ends_with(' ')
        {
            text.pop();
        }
        spans.retain(|span| !matches!(span, Span::Text { text, .. } if text.is_empty()));
        if spans.is_empty() {
            return;
        }
        let number = match self.item.take() {
            None => return self.blocks.push(Block::Paragraph(spans)),
            Some(Mark::Bullet) => None,
            Some(Mark::Number(number)) => Some(number),
        };
        match self.blocks.last_mut() {
            Some(Block::List { start, items }) if start.is_some() == number.is_some() => {
                items.push(spans);
            }
            _ => self.blocks.push(Block::List {
                start: number,
                items: vec![spans],
            }),
        }
    }
}

fn ends_in_space(span: &Span) -> bool {
    matches!(span, Span::Text { text, .. } if text.ends_with(' '))
}

/// The URL of a link that may be one. References to definitions may not: one definition would be repeated for each.
fn web_url(link_type: LinkType, url: &str) -> Option<String> {
    match link_type {
        LinkType::Email => Some(address(&format!("mailto:{url}"))),
        LinkType::Inline | LinkType::Autolink => {
            let is_web = SCHEMES.iter().any(|scheme| {
                let start = url.get(..scheme.len());
                url.len() > scheme.len()
                    && start.is_some_and(|start| start.eq_ignore_ascii_case(scheme))
            });
            is_web.then(|| address(url))
        }
        _ => None,
    }
}

/// A URL in ASCII, without what could end it in Markdown or HTML, and without what a valid URL does not have.
pub(crate) fn address(url: &str) -> String {
    let mut address = String::with_capacity(url.len());
    let mut end = 0;
    for (at, bad) in url.match_indices(|c| !is_of_address(c)) {
        address.push_str(&url[end..at]);
        for byte in bad.bytes() {
            address.extend(["%", &format!("{byte:02X}")]);
        }
        end = at + bad.len();
    }
    address.push_str(&url[end..]);
    address
}

fn is_of_address(c: char) -> bool {
    c.is_ascii_graphic()
        && !matches!(
            c,
            '(' | ')' | '<' | '>' | '{' | '}' | '^' | '\\' | '`' | '|' | '"'
        )
}
