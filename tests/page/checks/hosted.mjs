// The folder on a host of static files, below a path: a log's address opens the code, and links lead from page to page.
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { join, normalize } from "node:path";
import { expect, withPage } from "../browser.mjs";

const BELOW = "/docs/close-codes/";

export async function check(browser, folder) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(
      new URL(request.url, "http://localhost").pathname,
    );
    const below = normalize(path.slice(BELOW.length));
    let file = join(folder, "site", below);
    const isThere = (file) =>
      statSync(file, { throwIfNoEntry: false })?.isFile();
    if (path.endsWith("/")) file = join(file, "index.html");
    if (!path.startsWith(BELOW) || below.startsWith("..") || !isThere(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "content-type": "text/html" });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const root = `http://127.0.0.1:${String(server.address().port)}${BELOW}`;
  try {
    await withPage(browser, `${root}1006/`, {}, async (page) => {
      const heading = page.locator("h1");
      const isAbout = async (numbers) =>
        expect(
          (await heading.innerText()).includes(numbers),
          `${page.url()} is not about ${numbers}`,
        );
      await isAbout("1006");
      await page.locator("a[rel=next]").click();
      await page.waitForURL(`${root}1007/index.html`);
      await isAbout("1007");
      await page.locator("a[rel=prev]").click();
      await page.waitForURL(`${root}1006/index.html`);
      await page.locator("a[href^='../index.html#']").first().click();
      await page.waitForURL(/index\.html#1006/);
      const section = page.locator('[id="1006-abnormal-closure"]');
      await section.locator("a[href='1006/index.html']").click();
      await page.waitForURL(`${root}1006/index.html`);
    });
    // The range's page, for a number of it that has no name.
    await withPage(browser, `${root}4000-4999/`, {}, async (page) => {
      expect((await page.title()).startsWith("4000-4999 "), "not the range");
    });
  } finally {
    server.close();
  }
}
