// Each button copies the line below it, and says so.
import { expect, withPage } from "../browser.mjs";
import { in_ } from "../inputs.mjs";

export async function check(browser, folder) {
  for (const name of ["standard.html", "site/1006/index.html"]) {
    await withPage(browser, in_(folder, name), {}, async (page) => {
      const section = page.locator('[id="1006-abnormal-closure"]');
      const buttons = section.locator("button.copy");
      const count = await buttons.count();
      expect(count >= 7, `${name}: only ${String(count)} buttons`);
      const said = page.locator("#said");
      for (let at = 0; at < count; at += 1) {
        const button = buttons.nth(at);
        const line = await button.evaluate(
          (button) => button.closest("dt").nextElementSibling.innerText,
        );
        await page.evaluate(() => navigator.clipboard.writeText("before"));
        await said.evaluate((said) => {
          globalThis.wasSaid = false;
          new MutationObserver(() => {
            globalThis.wasSaid ||= said.textContent !== "";
          }).observe(said, { childList: true });
        });
        await button.click();
        await page.waitForFunction(
          async (line) => (await navigator.clipboard.readText()) === line,
          line,
        );
        // It is gone again after two seconds, in which a slow machine looks at nothing.
        await page.waitForFunction(() => globalThis.wasSaid);
      }
    });
    const options = { javaScriptEnabled: false };
    await withPage(browser, in_(folder, name), options, async (page) => {
      const visible = page.locator("button:visible");
      expect((await visible.count()) === 0, `${name}: buttons without scripts`);
    });
  }
}
