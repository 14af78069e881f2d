//! The tree of the causes of an entry, from the top down: a line leads to each branch, and from there to its causes.

use askama::Template;

use super::super::super::target::print;
use super::super::tree::{Leaf, Tree};
use super::WIDTH;
use crate::text::{Span, line, one_line, wrap};

/// How many letters a line of a branch and of a cause has, the latter in both kinds of type.
const BRANCH_LETTERS: usize = 50;
const LEAF_LETTERS: usize = 53;
const BOLD_LETTERS: usize = 47;
const LINE: usize = 17;
/// The space between boxes, and within them above and below the text.
const GAP: usize = 10;
const PADDING: usize = 8;

#[derive(Template)]
#[template(path = "docs/cause-tree.svg", escape = "html")]
struct CauseTree {
    id: String,
    title: String,
    width: usize,
    height: usize,
    root: usize,
    branches: Vec<BranchView>,
    /// Where the line from the root ends.
    end: usize,
}

struct BranchView {
    y: usize,
    height: usize,
    lines: Vec<LineView>,
    leaves: Vec<LeafView>,
    /// Where the line from the branch begins and ends.
    start: usize,
    end: usize,
}

struct LeafView {
    y: usize,
    height: usize,
    lines: Vec<LineView>,
}

struct LineView {
    y: usize,
    text: String,
    is_strong: bool,
}

/// The drawing of `tree` for the section with `id`.
pub(in super::super) fn cause_tree(id: &str, title: &str, tree: &Tree) -> String {
    let root = LINE + 2 * PADDING;
    let mut y = root + GAP;
    let mut end = 0;
    let mut branches = Vec::new();
    for branch in &tree.branches {
        let (lines, height) = lines(y, [(branch.when.as_str(), BRANCH_LETTERS, true)]);
        let top = y;
        end = top + height / 2;
        let start = top + height;
        y = start + GAP;
        let mut leaves = Vec::new();
        for leaf in &branch.leaves {
            let leaf = leaf_view(leaf, y);
            y += leaf.height + GAP;
            leaves.push(leaf);
        }
        branches.push(BranchView {
            y: top,
            height,
            lines,
            end: leaves.last().map_or(start, |leaf| leaf.y + leaf.height / 2),
            leaves,
            start,
        });
    }
    print(&CauseTree {
        id: id.to_owned(),
        title: one_line(title),
        width: WIDTH,
        height: y,
        root,
        branches,
        end,
    })
}

fn leaf_view(leaf: &Leaf, y: usize) -> LeafView {
    let cause = format!("{}. {}", leaf.number, leaf.summary);
    let seen = leaf.seen.as_deref().map(|seen| (seen, LEAF_LETTERS, false));
    let cause = (cause.as_str(), BOLD_LETTERS, true);
    let (lines, height) = lines(y, seen.into_iter().chain([cause]));
    LeafView { y, height, lines }
}

/// The lines of a box at `y`, each text with how many letters a line of it has and whether it is strong; and the box's height.
fn lines<'a>(
    y: usize,
    texts: impl IntoIterator<Item = (&'a str, usize, bool)>,
) -> (Vec<LineView>, usize) {
    let mut lines: Vec<LineView> = Vec::new();
    for (text, letters, is_strong) in texts {
        for text in wrap(&plain(text), letters)
            .into_iter()
            .flat_map(|line| pieces(&line, letters))
        {
            lines.push(LineView {
                y: y + PADDING + LINE * lines.len() + 12,
                text,
                is_strong,
            });
        }
    }
    let height = LINE * lines.len() + 2 * PADDING;
    (lines, height)
}

/// A text without marks of code, which a drawing has no type for.
fn plain(text: &str) -> String {
    let spans = line(text).into_iter().map(|span| match span {
        Span::Text { text, .. } | Span::Link { text, .. } | Span::Code(text) => text,
    });
    spans.collect()
}

/// A line whose words may be longer than a line, such as addresses.
fn pieces(line: &str, letters: usize) -> Vec<String> {
    let letters_of_line: Vec<char> = line.chars().collect();
    letters_of_line
        .chunks(letters)
        .map(|piece| piece.iter().collect())
        .collect()
}
