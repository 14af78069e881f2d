// Pages as a browser parses them: nothing that a spec says runs, loads anything
// or leads elsewhere than to the web.
//
//   page FILE...      whole HTML pages
//   markdown FILE...  Markdown, through two renderers that let HTML pass
//   comments FOLDER   the pages of documentation tools: comments of codes only
//   tags FILE...      TypeScript, as editors read its comments
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import markdownIt from "markdown-it";
import { marked } from "marked";
import { parse } from "parse5";
import ts from "typescript";

const [kind, ...paths] = process.argv.slice(2);

const TEXT = ["p", "code", "em", "strong"];
const PAGE = [...TEXT, "a", "ul", "ol", "li", "h1", "h2", "h3", "table"];
PAGE.push("caption", "thead", "tbody", "tr", "th", "td", "html", "head");
PAGE.push("body", "meta", "title", "style", "main", "nav", "section", "div");
PAGE.push("dl", "dt", "dd", "time", "span", "pre", "b", "details", "summary");
PAGE.push("h4", "header", "search", "label", "input", "kbd");
// The drawings.
PAGE.push("svg", "g", "path", "rect", "circle", "text", "desc");
PAGE.push("defs", "use");
// What the tools themselves put around paragraphs.
const COMMENT = [...TEXT, "div", "section"];

/** The columns of our own tables. */
const ALIGNED = /^text-align:(left|center|right)$/;

/** What a comment of a code contains, and nothing else does. */
const MARK = "Reconnect: ";

/** The content security policy of the page that is checked. */
let policy = "";

const problems = [];
let checked = 0;
let noted = 0;

for (const path of paths) {
  if (kind === "page") page(path, readFileSync(path, "utf8"));
  else if (kind === "markdown") markdown(path);
  else if (kind === "comments") comments(path);
  else if (kind === "tags") tags(path);
}
if (checked === 0) {
  console.error("usage: node inert.mjs page|markdown|comments|tags PATH...");
  process.exit(2);
}
if (problems.length > 0) {
  console.error(problems.slice(0, 20).join("\n"));
  process.exit(1);
}
console.log(checked);

function page(where, html) {
  checked += 1;
  // The first policy counts: a second one could only forbid more.
  [, policy = ""] =
    /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
  check(where, parse(html), PAGE, true);
}

function markdown(path) {
  const text = readFileSync(path, "utf8");
  const options = { html: true, linkify: true };
  page(`${path}, markdown-it`, markdownIt(options).render(text));
  page(`${path}, marked`, marked.parse(text, { async: false }));
}

function comments(folder) {
  const files = readdirSync(folder, { recursive: true });
  for (const file of files.filter((name) => name.endsWith(".html"))) {
    const path = join(folder, file);
    const root = parse(readFileSync(path, "utf8"));
    for (const block of blocks(root)) {
      checked += 1;
      check(path, block, COMMENT, false);
    }
    for (const note of notes(root)) {
      noted += 1;
      check(path, note, [...COMMENT, "span"], false);
    }
  }
  if (noted === 0) problems.push(`${folder}: no note on what is deprecated`);
}

/** Counts the deprecated codes; there is no other tag, and no link. */
function tags(path) {
  const text = readFileSync(path, "utf8");
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const visit = (node) => {
    for (const comment of ts.isPropertyAssignment(node) ? node.jsDoc : []) {
      const found = comment.tags ?? [];
      const names = found.map(({ tagName }) => tagName.text).join();
      if (names === "deprecated") checked += 1;
      else if (names !== "") problems.push(`${path}: @${names}`);
      for (const part of [comment, ...found]) {
        if (typeof part.comment === "object") problems.push(`${path}: a link`);
      }
    }
    ts.forEachChild(node, visit);
  };
  file.statements.filter(isCloseCode).forEach(visit);
}

function isCloseCode(statement) {
  const [declaration] = statement.declarationList?.declarations ?? [];
  return declaration?.name.text === "CloseCode";
}

/** What rustdoc and TypeDoc show of deprecated codes. */
function notes(node) {
  const name = node.attrs?.find((attribute) => attribute.name === "class");
  const classes = name?.value.split(" ") ?? [];
  if (classes.includes("stab")) return [node];
  if (classes.includes("tsd-tag-deprecated")) {
    return children(node).filter(({ tagName }) => tagName === "p");
  }
  return children(node).flatMap(notes);
}

/** The innermost elements that hold the whole comment of a code. */
function blocks(node) {
  const inner = children(node).flatMap(blocks);
  if (inner.length > 0) return inner;
  const paragraphs = children(node).filter(({ tagName }) => tagName === "p");
  const isComment = paragraphs.some((child) => text(child).startsWith(MARK));
  return isComment ? [node] : [];
}

function check(where, node, allowed, hasLinks) {
  for (const child of children(node)) {
    const { tagName, attrs } = child;
    if (tagName === undefined) continue;
    const fail = (what) => problems.push(`${where}: ${what} in ${text(node)}`);
    if (tagName === "script" && policy.includes(hash(text(child)))) continue;
    if (!allowed.includes(tagName)) fail(`<${tagName}>`);
    for (const { name, value } of attrs) {
      if (name.startsWith("on")) fail(`the handler ${name}`);
      if (name === "style" && !ALIGNED.test(value)) fail(`style="${value}"`);
      if (["src", "srcset", "action", "data", "xlink:href"].includes(name)) {
        fail(`${name}="${value}"`);
      }
      if (name === "href" && !(hasLinks && isInert(value))) {
        fail(`a link to ${value}`);
      }
      if (name === "href" && tagName === "use" && !value.startsWith("#")) {
        fail(`${name}="${value}", which a browser loads`);
      }
    }
    check(where, child, allowed, hasLinks);
  }
}

/** How a policy names a script. */
function hash(script) {
  return `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
}

/** Whether a browser that follows the link stays on the page or goes to the web. */
function isInert(href) {
  if (href.startsWith("#")) return true;
  if (!URL.canParse(href)) return false;
  return ["http:", "https:", "mailto:"].includes(new URL(href).protocol);
}

function children(node) {
  return node.childNodes ?? node.content?.childNodes ?? [];
}

function text(node) {
  if (node.nodeName === "#text") return node.value;
  return children(node).map(text).join("");
}
