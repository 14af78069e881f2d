// Every link leads somewhere: in the page to an id that is there once, in the site to a file, and elsewhere to an address of the spec.
import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, expectNone, fileUrl, withPage } from "../browser.mjs";
import { PAGES, in_, registry } from "../inputs.mjs";

/** What the measurements are compared with, and what the hostile spec links to. */
const OTHERS = [
  "https://github.com/crossbario/autobahn-testsuite/",
  "https://example.com/",
];

export async function check(browser, folder) {
  const site = readdirSync(join(folder, "site"), { recursive: true });
  const pages = site.filter((path) => path.endsWith(".html"));
  const all = new Set([...PAGES, ...pages.map((path) => join("site", path))]);
  const seen = new Map();
  for (const name of all) {
    const path = in_(folder, name);
    seen.set(fileUrl(path), await withPage(browser, path, {}, read));
  }
  const addresses = new Set();
  const own = new Set(
    [...seen.keys()].filter((page) => !page.includes("/chat.")),
  );
  collect(registry(folder), addresses);
  const problems = [];
  for (const [page, { ids, links }] of seen) {
    const has = (problem) => problems.push(`${page}: ${problem}`);
    for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at)))
      has(`the id ${id} is there twice`);
    for (const link of links) {
      const { protocol, hash } = new URL(link);
      const target = link.slice(0, link.length - hash.length);
      if (protocol === "file:") {
        const inner = seen.get(target)?.ids;
        if (!existsSync(fileURLToPath(target))) has(`no file at ${link}`);
        else if (dirname(page) !== dirname(target) && !link.includes("/site/"))
          has(`it links to another page: ${link}`);
        else if (hash && !inner?.includes(decodeURIComponent(hash.slice(1))))
          has(`nothing has the id of ${link}`);
      } else if (protocol !== "https:") has(`not https: ${link}`);
      else if (!own.has(page) || addresses.has(link)) continue;
      else if (!OTHERS.some((start) => link.startsWith(start)))
        has(`not of the spec: ${link}`);
    }
  }
  const count = [...seen.values()].flatMap(({ links }) => links).length;
  expect(count > 500, `only ${String(count)} links were found`);
  expectNone(problems);
}

/** Runs in the page. */
function read(page) {
  return page.evaluate(() => ({
    ids: [...document.querySelectorAll("[id]")].map(({ id }) => id),
    links: [...document.querySelectorAll("a, area, link")]
      .map((link) => String(link.href?.baseVal ?? link.href))
      .map((link) => new URL(link, document.baseURI).href),
  }));
}

/** Every address in a JSON document, as a browser writes it. */
function collect(value, addresses) {
  if (Array.isArray(value)) for (const one of value) collect(one, addresses);
  else if (typeof value === "object" && value !== null)
    for (const one of Object.values(value)) collect(one, addresses);
  else if (typeof value === "string" && /^https?:/.test(value))
    addresses.add(new URL(value).href);
}
