// Without scripts, everything can be read that the spec says of its codes.
import { expect, expectNone, withPage } from "../browser.mjs";
import { entries, in_, registry } from "../inputs.mjs";

export async function check(browser, folder) {
  const options = { javaScriptEnabled: false };
  const path = in_(folder, "standard.html");
  const shown = await withPage(browser, path, options, async (page) => {
    const useless = page.locator("button:visible, input:visible");
    expect(
      (await useless.count()) === 0,
      "it shows what can only be used with scripts",
    );
    return page.evaluate(() => {
      // Which a reader can open without scripts.
      for (const details of document.querySelectorAll("details"))
        details.open = true;
      return document.body.innerText;
    });
  });
  const text = plain(shown);
  const { codes, ranges } = registry(folder);
  const missing = [];
  let count = 0;
  for (const entry of [...codes, ...ranges]) {
    const causes = entry.causes ?? [];
    const texts = causes.flatMap(({ seen, summary, check, fix, doubt }) => [
      seen,
      summary,
      check,
      fix,
      doubt,
    ]);
    texts.push(entry.summary, entry.because, entry.doubt, entry.name);
    for (const one of texts.filter(Boolean)) {
      count += 1;
      if (!text.includes(plain(one)))
        missing.push(`${entry.code ?? entry.from}: ${one}`);
    }
  }
  expect(count > 300, `only ${String(count)} texts were compared`);
  expectNone(missing);
  for (const { numbers } of entries(folder))
    expect(text.includes(numbers), `${numbers} is not there`);
}

/** Without what a page shows by other means, and in one line. */
function plain(text) {
  return text.replace(/[`*]/g, "").replace(/\s+/g, " ").trim().toLowerCase();
}
