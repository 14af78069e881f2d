// What `tests/proof/html.rs` lays out for the checks: pages, the JSON output of the same spec, and a site with a page for each code.
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A page of each kind. */
export const PAGES = [
  "standard.html",
  "chat.html",
  "hostile.html",
  "smallest.html",
  "thousand.html",
  "site/index.html",
  "site/1006/index.html",
  "site/4000-4999/index.html",
];

export function in_(folder, name) {
  return join(folder, name);
}

/** The JSON output for the spec of `standard.html`. */
export function registry(folder) {
  return JSON.parse(readFileSync(join(folder, "standard.json"), "utf8"));
}

/** A section of the page for each code and range: its number, its name, its id. */
export function entries(folder) {
  const { codes, ranges } = registry(folder);
  const of = (numbers, { name }) => ({
    numbers,
    name,
    id: `${numbers}-${name}`,
  });
  return [
    ...codes.map((entry) => of(String(entry.code), entry)),
    ...ranges.map((entry) => of(`${entry.from}-${entry.to}`, entry)),
  ];
}

/** What each language calls a code or a range, by the id of its section. */
export function constants(folder) {
  return JSON.parse(readFileSync(join(folder, "constants.json"), "utf8"));
}

/** What libraries call codes, each with the id of the section: only names of one code, and no plain word. */
export function identifiers(folder) {
  const path = new URL("../../spec/identifiers.json", import.meta.url);
  const { implementations } = JSON.parse(readFileSync(path, "utf8"));
  const numbers = new Map();
  for (const { identifiers } of implementations)
    for (const [number, name] of Object.entries(identifiers))
      numbers.set(name, (numbers.get(name) ?? new Set()).add(number));
  const sections = new Map(
    entries(folder).map((entry) => [entry.numbers, entry.id]),
  );
  const isPlain = (name) => /^[A-Z]?[a-z]+$|^[A-Z]+$/.test(name);
  return [...numbers]
    .filter(([name, { size }]) => size === 1 && !isPlain(name))
    .map(([name, [number]]) => [sections.get(number), name])
    .filter(([id]) => id !== undefined);
}
