// An address with a code in it opens the section of that code, however the code is written.
import { expect, fileUrl, withPage } from "../browser.mjs";
import { entries, in_ } from "../inputs.mjs";

/** What works without scripts, and what only they can know. */
const WRITTEN = [
  ["1006", "1006-abnormal-closure"],
  ["1006-abnormal-closure", "1006-abnormal-closure"],
  ["4000-4999", "4000-4999-private"],
  ["4000-4999-private", "4000-4999-private"],
];
const SCRIPTED = [
  ["4123", "4000-4999-private"],
  ["2000", "1000-2999-protocol"],
  ["404", "0-999-unused"],
  ["0x3ee", "1006-abnormal-closure"],
  ["abnormal-closure", "1006-abnormal-closure"],
];

export async function check(browser, folder) {
  const url = fileUrl(in_(folder, "standard.html"));
  for (const javaScriptEnabled of [true, false]) {
    const hashes = javaScriptEnabled ? [...WRITTEN, ...SCRIPTED] : WRITTEN;
    for (const [hash, id] of hashes)
      await withPage(browser, `${url}#${hash}`, { javaScriptEnabled }, (page) =>
        shows(page, id),
      );
  }
  // While the page is open, too, and for each of its sections.
  await withPage(browser, url, {}, async (page) => {
    for (const [hash, id] of SCRIPTED) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, hash);
      await shows(page, id);
    }
    for (const { numbers, id } of entries(folder)) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, numbers);
      await shows(page, id);
    }
    await page.goBack();
    expect(!page.url().endsWith("#5000-65535"), "Back does not lead back");
  });
  await withPage(browser, `${url}#4123`, {}, async (page) => {
    const note = page.locator('[id="4000-4999-private"] .note');
    await note.waitFor();
    expect((await note.innerText()).includes("4123"), "it does not name 4123");
  });
}

/** Waits until the heading of a section is at the top of the window: nothing but the section's start is above it. */
async function shows(page, id) {
  const heading = page.locator(`[id="${id}"]`).locator("h2, h3").first();
  const visible = (heading) => {
    const { top, bottom } = heading.getBoundingClientRect();
    const end = document.documentElement;
    const isLast = end.scrollTop + innerHeight >= end.scrollHeight - 2;
    return (
      top >= -1 && (isLast ? bottom <= innerHeight : top < innerHeight / 2)
    );
  };
  const handle = await heading.elementHandle();
  await page.waitForFunction(visible, handle).catch((error) => {
    throw new Error(`${page.url()} does not show ${id}: ${String(error)}`);
  });
}
