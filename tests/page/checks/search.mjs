// Every code is found by its number as logs write it, by its name in each language, by what libraries call it, and by words.
import { readFileSync } from "node:fs";
import { expect, expectNone, withPage } from "../browser.mjs";
import { constants, entries, identifiers, in_ } from "../inputs.mjs";
import { search } from "../search.mjs";

export async function check(browser, folder) {
  await withPage(browser, in_(folder, "standard.html"), {}, async (page) => {
    const problems = [];
    const leads = async (words, id) => {
      const [first] = await search(page, words);
      if (first !== id)
        problems.push(`"${words}" finds ${String(first)}, not ${id}`);
    };
    let count = 0;
    for (const { numbers, name, id } of entries(folder)) {
      const ways = [name, name.replaceAll("-", " ")];
      if (/^\d+$/.test(numbers)) {
        const hex = Number(numbers).toString(16);
        ways.push(numbers, ` ${numbers} `, `${numbers}:`, `(${numbers})`);
        ways.push(`code ${numbers}`, `code=${numbers}`, `0x${hex}`);
        ways.push(`0x${hex.toUpperCase()}`);
      }
      for (const words of ways) await leads(words, id);
      count += ways.length;
    }
    for (const [id, names] of Object.entries(constants(folder)))
      for (const name of names) {
        await leads(name, id);
        count += 1;
      }
    for (const [id, name] of identifiers(folder)) {
      await leads(name, id);
      count += 1;
    }
    expect(count > 400, `only ${String(count)} searches`);
    await leads("4123", "4000-4999-private");
    await leads("2500", "1000-2999-protocol");
    await leads("65535", "5000-65535-out-of-range");
    for (const start of ["1", "10", "101", "30"]) {
      const found = await search(page, start);
      const begins = (id) => id.startsWith(start);
      if (!found.slice(0, 3).every(begins))
        problems.push(`"${start}" finds ${found.join(", ")}`);
    }
    await leads("4", "4000-4999-private");
    await leads("ABNORMAL_closure", "1006-abnormal-closure");
    await leads("certificate expired", "1015-tls-handshake-failure");
    await leads("permessage-deflate", "1002-protocol-error");
    expectNone(problems);

    expect((await search(page, "proxy")).length > 2, "a word finds few");
    expect((await search(page, "xyzzy")).length === 0, "it finds nonsense");
    const said = await page.locator("#found").innerText();
    expect(/nothing/i.test(said), `it says "${said}" about nonsense`);
    await page.locator("#search").fill("");
    const results = page.locator("#results > li:visible");
    expect((await results.count()) === 0, "results stay without a question");
  });
  await questions(browser, folder);
}

/** What people ask, each with the section that comes first, and with words of the answer that stand there. */
async function questions(browser, folder) {
  const url = new URL("../questions.json", import.meta.url);
  const { questions } = JSON.parse(readFileSync(url, "utf8"));
  await withPage(browser, in_(folder, "standard.html"), {}, async (page) => {
    const problems = [];
    for (const { search: words, first, answer } of questions) {
      const [found] = await search(page, words);
      if (found !== first)
        problems.push(`"${words}" finds ${String(found)}, not ${first}`);
      const section = page.locator(`[id="${first}"]`);
      const text = (await section.textContent()).replace(/\s+/g, " ");
      if (!text.includes(answer))
        problems.push(`${first} does not answer "${words}": ${answer}`);
    }
    expect(questions.length >= 10, "there are few questions");
    expectNone(problems);
  });
}
