//! The links of every Markdown file: what they name in the repository exists, and headings have the places that they name.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path, PathBuf};

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use serde_json::json;
use tests::{read, render, root, spec_text};

/// The links of a text, and the places of its headings as GitHub makes them.
fn links_and_places(text: &str) -> (Vec<String>, BTreeSet<String>) {
    let mut links = Vec::new();
    let mut places = BTreeSet::new();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut heading: Option<String> = None;
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::End(TagEnd::Heading(_)) => {
                let slug = slug(&heading.take().unwrap_or_default());
                let count = counts.entry(slug.clone()).or_default();
                places.insert(if *count == 0 {
                    slug
                } else {
                    format!("{slug}-{count}")
                });
                *count += 1;
            }
            Event::Start(Tag::Link { dest_url, .. }) => links.push(dest_url.to_string()),
            Event::Text(text) | Event::Code(text) => {
                if let Some(heading) = &mut heading {
                    heading.push_str(&text);
                }
            }
            _ => {}
        }
    }
    (links, places)
}

/// Letters, digits, hyphens and underscores in lower case; spaces become hyphens, all else goes.
fn slug(heading: &str) -> String {
    let kept = heading
        .chars()
        .filter(|c| c.is_alphanumeric() || " -_".contains(*c));
    let lower = kept.flat_map(char::to_lowercase);
    lower.map(|c| if c == ' ' { '-' } else { c }).collect()
}

/// `path` without `.` and `..`.
fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                normal.pop();
            }
            Component::CurDir => {}
            part => normal.push(part),
        }
    }
    normal
}

/// The Markdown files of a folder, without what tools install and build.
fn markdown_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in folder.read_dir().expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or_default();
        if path.is_dir() {
            if !name.starts_with('.')
                && !["node_modules", "target", "cases", "build"].contains(&name)
            {
                markdown_files(&path, found);
            }
        } else if path.extension().is_some_and(|extension| extension == "md") {
            found.push(path);
        }
    }
}

#[test]
fn every_link_in_the_repository_leads_somewhere() {
    let mut files = Vec::new();
    markdown_files(&root(), &mut files);
    let mut count = 0;
    let mut broken = Vec::new();
    for file in &files {
        let (links, _) = links_and_places(&read(file));
        for link in links.iter().filter(|link| !link.contains(':')) {
            count += 1;
            let (path, place) = link.split_once('#').unwrap_or((link, ""));
            let target = if path.is_empty() {
                file.clone()
            } else {
                normal(&file.parent().expect("a folder").join(path))
            };
            let is_there = target.exists()
                && (place.is_empty() || links_and_places(&read(&target)).1.contains(place));
            if !is_there {
                broken.push(format!("{}: {link}", file.display()));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
    assert!(count > 100, "only {count} links in {} files", files.len());
}

#[test]
fn every_link_on_a_markdown_page_has_its_heading() {
    let examples = ["chat", "discord-gateway", "graphql-transport-ws"];
    let specs = examples.map(|name| read(&root().join(format!("spec/examples/{name}.json"))));
    for spec in specs.into_iter().chain([spec_text()]) {
        let mut spec: serde_json::Value = serde_json::from_str(&spec).expect("a spec");
        spec["outputs"] = json!({ "markdown": "codes.md" });
        let files = render(&spec.to_string());
        let (links, places) = links_and_places(files.get("codes.md").expect("a page"));
        let inner: Vec<_> = links
            .iter()
            .filter_map(|link| link.strip_prefix('#'))
            .collect();
        assert!(inner.contains(&"1006-abnormal-closure"));
        for place in inner {
            assert!(
                places.contains(place),
                "{}: nothing is at {place}",
                spec["name"]
            );
        }
    }
}
