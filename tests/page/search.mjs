// The search box of the page, used as a person does.
import { expect } from "./browser.mjs";

/** Types `words` over what the box has, and gives back the sections that the results lead to, the best one first. */
export async function search(page, words) {
  await page.locator("#search").fill(words);
  await painted(page);
  const found = await page.locator("#results > li > a").evaluateAll((links) =>
    links.map((link) => {
      // A heading or a cause has an id as well.
      const place = document.getElementById(
        decodeURIComponent(link.hash.slice(1)),
      );
      return place?.closest("section[id]")?.id ?? `nothing: ${link.hash}`;
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
