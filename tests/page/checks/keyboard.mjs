// The keyboard suffices: to skip to the content, to search, to open a result, to go back up, and one sees where one is.
import { expect, withPage } from "../browser.mjs";
import { in_ } from "../inputs.mjs";
import { painted } from "../search.mjs";

export async function check(browser, folder) {
  const path = in_(folder, "standard.html");
  await withPage(browser, path, {}, async (page) => {
    const has = (what, test, argument) =>
      page.waitForFunction(test, argument, { timeout: 20_000 }).catch(() => {
        throw new Error(`${what} does not happen`);
      });
    const isFocused = (id) => document.activeElement?.id === id;
    await page.keyboard.press("Tab");
    await has("Tab to a visible link to the content", () => {
      const { top, width } = document.activeElement.getBoundingClientRect();
      return (
        document.activeElement.matches("a[href='#content']") &&
        top >= 0 &&
        width > 1
      );
    });
    await page.keyboard.press("/");
    await has("/ to the search", isFocused, "search");
    await page.keyboard.type("abnormal");
    await has("a result", () => document.querySelector("#results > li"));
    await page.keyboard.press("ArrowDown");
    await has("ArrowDown to the first result", () =>
      document.activeElement.matches("#results > li:first-child a"),
    );
    await page.keyboard.press("ArrowUp");
    await has("ArrowUp to the search", isFocused, "search");
    await page.keyboard.press("Escape");
    await has("Escape from the results", () => {
      const isFocused = document.activeElement.id === "search";
      return isFocused && !document.querySelector("#results").checkVisibility();
    });
    await page.keyboard.press("Escape");
    await has(
      "Escape from the words",
      () => document.querySelector("#search").value === "",
    );
    await page.keyboard.type("1006/");
    await has("a / in the box", () =>
      document.querySelector("#search").value.endsWith("/"),
    );
    await page.keyboard.press("Backspace");
    await painted(page);
    await page.keyboard.press("Enter");
    await has("Enter to the section", () => location.hash.startsWith("#1006"));
    await has("the section in view", () => {
      const section = document.querySelector("[id='1006-abnormal-closure']");
      const { top, bottom } = section.getBoundingClientRect();
      return bottom > 0 && top < innerHeight / 2;
    });
    await page.keyboard.press("Tab");
    await has("Tab from the section's start into it", () =>
      document.activeElement.closest("[id='1006-abnormal-closure']"),
    );
  });
  await withPage(browser, path, {}, async (page) => {
    // Where one is, can be seen; and the end of the page is reached.
    let seen = 0;
    let last = "";
    for (let presses = 0; presses < 3000; presses += 1) {
      await page.keyboard.press("Tab");
      const focused = await page.evaluate(() => {
        const element = document.activeElement;
        if (element === document.body) return null;
        const { outlineStyle, outlineWidth, boxShadow } =
          getComputedStyle(element);
        const { width, height } = element.getBoundingClientRect();
        const isSeen =
          (outlineStyle !== "none" && outlineWidth !== "0px") ||
          boxShadow !== "none";
        return {
          html: element.outerHTML.slice(0, 200),
          isSeen: isSeen && width > 0 && height > 0,
        };
      });
      if (focused === null) break;
      expect(focused.isSeen, `the focus is not seen: ${focused.html}`);
      last = focused.html;
      seen += 1;
    }
    expect(
      seen > 100,
      `the keyboard reaches ${String(seen)} places, then ${last}`,
    );
  });
}
