// At every width, by day and by night, nothing is cut off: the page is no wider than the window, and what scrolls shows that it does.
import { expectNone, withPage } from "../browser.mjs";
import { PAGES, entries, in_ } from "../inputs.mjs";
import { search } from "../search.mjs";

const WIDTHS = [375, 768, 1440, 1920];

export async function check(browser, folder) {
  const problems = [];
  for (const name of PAGES) {
    for (const width of WIDTHS) {
      const viewport = { width, height: 900 };
      const path = in_(folder, name);
      const found = await withPage(
        browser,
        path,
        { viewport },
        async (page) => {
          const found = await page.evaluate(cutOff);
          if (name === "standard.html") {
            if (width === 375) found.push(...(await answers(page, folder)));
            await search(page, "proxy");
            found.push(...(await page.evaluate(cutOff)));
          }
          return found;
        },
      );
      problems.push(
        ...found.map((problem) => `${name}, ${String(width)}: ${problem}`),
      );
    }
  }
  expectNone(problems.slice(0, 40));
}

/** Runs in the page: what is outside of the window or of a box that hides the rest of it. */
function cutOff() {
  const found = [];
  const { scrollWidth } = document.documentElement;
  if (scrollWidth > innerWidth)
    found.push(`the page is ${String(scrollWidth)} pixels wide`);
  for (const element of document.body.querySelectorAll("*")) {
    const { overflowX, position, clip, clipPath, display } =
      getComputedStyle(element);
    // What only a screen reader reads is cut on purpose.
    if (position === "absolute" && (clip !== "auto" || clipPath !== "none"))
      continue;
    if (display === "inline" || element.closest("svg")) continue;
    const hidden = element.scrollWidth - element.clientWidth;
    if (overflowX !== "visible" && hidden > 1 && element.clientWidth > 0) {
      // What scrolls must show that: by a shadow or a line of text that the style draws.
      const hint =
        getComputedStyle(element).backgroundImage !== "none" ||
        getComputedStyle(element, "::after").content !== "none" ||
        element.matches("[data-hint]");
      if (overflowX === "hidden" || overflowX === "clip" || !hint)
        found.push(
          `${String(hidden)} pixels are hidden in ${element.outerHTML.slice(0, 120)}`,
        );
    }
    if (
      element.matches(
        "th, td, dt, dd, code, pre, h1, h2, h3, p, li, button, input",
      )
    ) {
      const { left, right, width } = element.getBoundingClientRect();
      const isInScroller = element.parentElement.closest(
        "[data-hint], .scroll",
      );
      if (width > 0 && !isInScroller && (right > innerWidth + 1 || left < -1))
        found.push(
          `it ends at ${String(Math.round(right))}: ${element.outerHTML.slice(0, 120)}`,
        );
    }
  }
  return found.slice(0, 10);
}

/** On a phone, the table has number, name and advice of each code in view. */
async function answers(page, folder) {
  const rows = await page.locator("#table tbody tr").evaluateAll((rows) =>
    rows.map((row) =>
      [...row.cells].map((cell) => {
        const { left, right, width } = cell.getBoundingClientRect();
        const isInView = width > 0 && left >= 0 && right <= innerWidth;
        return isInView ? cell.innerText.trim() : "";
      }),
    ),
  );
  const found = [];
  for (const { numbers, name } of entries(folder).filter(
    ({ numbers }) => !numbers.includes("-"),
  )) {
    const row = rows.find(([number]) => number === numbers);
    if (row === undefined) found.push(`${numbers} is not in the table`);
    else if (!row.includes(name))
      found.push(`the name of ${numbers} is out of view`);
    else if (
      !/never|backoff|immediately|after|once|wait|retry/i.test(row.join(" "))
    )
      found.push(
        `the advice for ${numbers} is out of view: ${row.join(" | ")}`,
      );
  }
  return found;
}
