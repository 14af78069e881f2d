// The search box of the page, used as a person does.
import { expect } from "./browser.mjs";

/** Types `words` over what the box has, and gives back where the results lead, the best one first. */
export async function search(page, words) {
  await page.locator("#search").fill(words);
  await painted(page);
  const links = page.locator("#results > li > a");
  const found = await links.evaluateAll((links) =>
    links.map((link) => decodeURIComponent(link.hash.slice(1))),
  );
  const said = await page.locator("#found").innerText();
  expect(said !== "", `nothing is said about ${words}`);
  return found;
}

/** Waits until what was asked for is on the screen. */
export function painted(page) {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      }),
  );
}
