// The search box of the page, used as a person does.
import { expect } from "./browser.mjs";

/** Types `words` over what the box has, and gives back the sections that the results lead to, the best one first. */
export async function search(page, words) {
  await page.locator("#search").fill(words);
  await painted(page);
  const links = page.locator("#results > li > a");
  const found = await links.evaluateAll((links) =>
    links.map(({ hash }) => {
      const place = document.getElementById(decodeURIComponent(hash.slice(1)));
      return place.closest("section").id;
    }),
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
