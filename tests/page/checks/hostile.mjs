// Texts of a spec stay text, also in the results of a search and behind a #, and no script but the page's own runs.
import { expect, fileUrl, withPage } from "../browser.mjs";
import { in_ } from "../inputs.mjs";
import { painted, search } from "../search.mjs";

const MARKUP = "<img src=x onerror=alert(1)><script>alert(2)</script>";

/** What only a text of the spec could have made. */
const FOREIGN =
  "img, iframe, object, embed, form, base, style ~ style, b:not(:empty) > b, i, marquee, [onerror], [onload], [onclick]";

export async function check(browser, folder) {
  const url = fileUrl(in_(folder, "hostile.html"));
  await withPage(browser, url, {}, async (page) => {
    const made = () =>
      page
        .locator(FOREIGN)
        .evaluateAll((all) =>
          all.map(({ outerHTML }) => outerHTML.slice(0, 100)),
        );
    const scripts = await page.locator("script").count();
    expect(scripts <= 1, `${String(scripts)} scripts`);
    expect(
      (await page.title()).includes("<script>"),
      "the title is not a text",
    );
    const before = (await page.locator("*").allInnerTexts()).length;
    expect(before > 50, "there is no page");
    expect(
      (await made()).length === 0,
      `made of text: ${(await made()).join("\n")}`,
    );
    for (const words of [
      "4001",
      "kicked",
      "alert",
      "wiki",
      MARKUP,
      "</ol>",
      "'\"><b>",
      "\u202e",
      "$&",
      "(",
      "\\",
      "*".repeat(5000),
    ]) {
      const found = await search(page, words);
      const shown = await page
        .locator("#results *")
        .evaluateAll((all) => all.map(({ localName }) => localName));
      for (const name of shown)
        expect(
          [
            "li",
            "a",
            "b",
            "span",
            "mark",
            "p",
            "strong",
            "code",
            "small",
          ].includes(name),
          `a result has <${name}> for ${words}`,
        );
      expect(
        (await made()).length === 0,
        `made by the search for ${words}: ${(await made()).join("\n")}`,
      );
      if (words === "4001")
        expect(found[0] === "4001-kicked", "4001 is not found");
    }
    for (const hash of [
      MARKUP,
      encodeURIComponent(MARKUP),
      "'];alert(1)//",
      "%",
      "%E0%A4%A",
      "4001%00",
      "constructor",
      "__proto__",
      "",
    ]) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, hash);
      await painted(page);
      expect((await made()).length === 0, `made by #${hash}`);
    }
  });
  // The policy itself, of a page whose own texts were let through: neither markup, nor a style, nor an address can do a thing.
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url);
  // What the policy refuses never gets here.
  const requests = [];
  await page.route("**", (route) => {
    requests.push(route.request().url());
    return route.abort();
  });
  const ran = await page.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "window.ran = 'a script'";
    document.body.append(script);
    document.body.insertAdjacentHTML(
      "beforeend",
      "<img src='https://example.com/x.png' onerror='window.ran = `an attribute`'><a id='run' href='javascript:window.ran=`an address`'>x</a><p id='styled' style='color: rgb(1, 2, 3)'>x</p>",
    );
    document.querySelector("#run").click();
    const image = document.querySelector("img[src^=https]");
    await new Promise((done) => {
      if (image.complete) done();
      else image.onload = image.onerror = done;
    });
    await fetch("https://example.com/").catch(() => undefined);
    const { color } = getComputedStyle(document.querySelector("#styled"));
    return color === "rgb(1, 2, 3)" ? "a style" : window.ran;
  });
  expect(ran === undefined, `${String(ran)} of the page's own making ran`);
  expect(requests.length === 0, `it loads ${requests.join(", ")}`);
  await context.close();
}
