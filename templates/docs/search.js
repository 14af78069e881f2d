// Finds codes: by number, by any of their names, or by words of their texts. The index is the text of the page.
(() => {
  "use strict";
  const MOST = 8;
  const finder = document.getElementById("finder");
  const input = document.getElementById("search");
  const panel = document.getElementById("panel");
  const found = document.getElementById("found");
  const list = document.getElementById("results");
  const side = document.getElementById("codes");
  // Words that tell nothing about a code.
  const COMMON = new Set(
    "a an and are as at be but by can do does for from get got have how i if in is it its me my no not of on or our s so than that the their there they this to was we what when where which who why will with you your".split(
      " ",
    ),
  );
  let index;

  const squash = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  const split = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const spaced = (text) => ` ${split(text).join(" ")} `;
  const all = (selector, root) => [...root.querySelectorAll(selector)];
  const textOf = (selector, root) =>
    root.querySelector(selector)?.textContent ?? "";

  function build() {
    return all(".entry, .part:not(:has(.entry), #documents)", document).map((element) => {
      const title = element.querySelector(".permalink");
      const hash = `#${element.id}`;
      const [, from, to] = /^#(\d+)(?:-(\d+))?$/.exec(title.hash) ?? [];
      const isEntry = from !== undefined;
      const [own, names, spelled] = [[], new Set(), new Set()];
      if (isEntry) {
        own.push(squash(title.lastChild.textContent));
        names.add(own[0]);
        for (const { textContent } of all(".constants :is(b, dd:not(:has(b))), .elsewhere dt", element)) {
          const spelling = textContent.trim();
          spelled.add(spelling);
          names.add(squash(spelling));
          names.add(squash(spelling.split(/[.:]/).at(-1)));
        }
      }
      const causes = all(".causes > li", element).map((cause) => ({
        hash: `#${cause.id}`,
        why: textOf(".why", cause),
        text: spaced(cause.textContent),
      }));
      const summary = textOf(".summary", element);
      return {
        element,
        title,
        hash,
        from: Number(from),
        to: Number(to ?? from),
        isRange: to !== undefined,
        own,
        spelled,
        names: [...names],
        causes,
        summary,
        fields: [
          [10, spaced(title.textContent)],
          [6, spaced(summary)],
          [5, causes.map(({ text }) => text).join("")],
          [isEntry ? 2 : 4, spaced(element.textContent)],
        ],
      };
    });
  }

  /** The close code in a text: what could also be a count of seconds is one only when it stands alone. */
  function numberIn(words) {
    for (const word of words) {
      const isHex = /^0x[0-9a-f]{1,4}$/.test(word);
      if (!isHex && !/^\d{1,5}$/.test(word)) continue;
      const number = Number(word);
      if (number <= 65535 && (isHex || number >= 1000 || words.length === 1)) {
        return number;
      }
    }
    return undefined;
  }

  /** What a word begins with in all its forms: retry, retried, retries. */
  function stem(word) {
    const short = word.replace(/(?:ies|ied|ing|ed|es|s|y|e)$/, "");
    return short.length < 4 ? word : short;
  }

  /** The best entries first. Digits that are still being typed are also the start of a number. */
  function find(query, isTyped) {
    index ??= build();
    const start = isTyped && /^\d{1,4}$/.test(query) ? query : undefined;
    const words = split(query);
    const number = numberIn(words);
    const identifiers = query
      .split(/\s+/)
      .filter((word) => /[_:.-]|\p{Ll}\p{Lu}/u.test(word))
      .map(squash)
      .filter((word) => word.length > 3);
    const stems = [...new Set(words)]
      .filter((word) => !COMMON.has(word) && Number(word) !== number)
      .map(stem);
    const scored = index.map((entry) => ({
      entry,
      score: ofNumber(entry, number) + ofStart(entry, start) + ofName(entry, query.trim(), identifiers),
      cause: undefined,
      best: 0,
    }));
    for (const word of stems) {
      // In scripts without spaces a word can begin anywhere.
      const needle = /^[\x20-\x7f]+$/.test(word) ? ` ${word}` : word;
      const hits = scored.filter((item) => {
        item.hit = Math.max(
          ...item.entry.fields.map(([weight, text]) =>
            text.includes(needle) ? weight : 0,
          ),
        );
        return item.hit > 0;
      });
      const rarity = Math.log(1 + index.length / (hits.length || 1));
      for (const item of hits) {
        item.score += item.hit * rarity;
        for (const cause of item.entry.causes) {
          if (!cause.text.includes(needle)) continue;
          item.score += rarity;
          item.causes ??= new Map();
          const sum = (item.causes.get(cause) ?? 0) + rarity;
          item.causes.set(cause, sum);
          if (sum > item.best) {
            item.best = sum;
            item.cause = cause;
          }
        }
      }
    }
    for (const item of scored) item.score += item.best * 3;
    const isExact = scored.some(({ score }) => score >= 1000);
    for (const item of scored) {
      if (isExact && item.entry.isRange) item.score -= ofNumber(item.entry, number);
    }
    scored.sort((one, other) => other.score - one.score);
    const least = Math.min(scored[0]?.score, 20) * 0.25;
    const results = scored.filter(({ score }) => score > 0 && score >= least);
    return { number, results: results.slice(0, MOST), count: results.length };
  }

  function ofNumber({ from, to, isRange }, number) {
    if (!(from <= number && number <= to)) return 0;
    return isRange ? 600 : 1000;
  }

  function ofStart({ from }, start) {
    return String(from).startsWith(start) ? 650 : 0;
  }

  /** The name itself comes before what others call it, and a spelling before another one. */
  function ofName({ own, spelled, names }, query, identifiers) {
    const whole = squash(query);
    if (whole === "") return 0;
    if (own.includes(whole)) return 700;
    if (spelled.has(query)) return 600;
    if (names.includes(whole)) return 500;
    if (names.some((name) => identifiers.includes(name))) return 400;
    if (names.some((name) => name.startsWith(whole))) return 200;
    const isInside = (name) => whole.length > 2 && name.includes(whole);
    return names.some(isInside) ? 100 : 0;
  }

  function show() {
    const query = input.value.trim();
    list.replaceChildren();
    panel.hidden = query === "";
    found.textContent = "";
    if (query === "") return;
    const { number, results, count } = find(query, true);
    list.append(...results.map(({ entry, cause, score }) => line(entry, score < 500 || cause ? cause : undefined)));
    const [first] = results;
    if (first === undefined) {
      found.textContent = `Nothing found for “${query}”. Try a number, a name, or a word of what you see.`;
    } else if (first.entry.isRange && ofNumber(first.entry, number) > 0) {
      found.textContent = `${number} has no name here: ${first.entry.title.textContent} answers for it.`;
    } else {
      const all = count === 1 ? "1 result" : `${count} results`;
      found.textContent = count > MOST ? `The first ${MOST} of ${all}` : all;
    }
  }

  function line({ title, hash, summary }, cause) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = cause?.hash ?? hash;
    link.append(...[...title.childNodes].map((node) => node.cloneNode(true)));
    const text = cause?.why ?? summary;
    if (text !== "") {
      const small = document.createElement("small");
      small.textContent = text;
      link.append(small);
    }
    item.append(link);
    return item;
  }

  function close() {
    panel.hidden = true;
  }

  /** Opens the section for what no element has as its id: a number in a range, a name in any spelling. */
  function visit() {
    for (const old of all(".found", document)) old.classList.remove("found");
    for (const old of all(".note", document)) old.remove();
    let hash = location.hash.slice(1);
    try {
      hash = decodeURIComponent(hash);
    } catch {
      // It stays as it is.
    }
    if (hash === "" || document.getElementById(hash)) return;
    const { number, results } = find(hash);
    const [first] = results;
    if (first === undefined || first.score < 500) return;
    const { element, title, isRange } = first.entry;
    element.classList.add("found");
    if (number !== undefined && isRange) {
      const note = document.createElement("p");
      note.className = "note";
      note.textContent = `${number} has no name of its own. This section is about ${title.textContent}, and answers for it.`;
      element.querySelector(".text").prepend(note);
    }
    element.scrollIntoView();
    title.focus({ preventScroll: true });
  }

  /** Marks in the list at the side what is being read. */
  function follow() {
    const links = new Map(all("a", side).map((link) => [link.hash, link]));
    let current;
    const watch = new IntersectionObserver(
      (changes) => {
        const { target } = changes.find((change) => change.isIntersecting) ?? {};
        const link = links.get(target?.querySelector(".permalink")?.hash);
        if (link === undefined || link === current) return;
        current?.removeAttribute("aria-current");
        link.setAttribute("aria-current", "true");
        current = link;
        const { top, bottom } = link.getBoundingClientRect();
        if (top < 40 || bottom > side.clientHeight - 40) {
          side.scrollTop += top - side.clientHeight / 2;
        }
      },
      { rootMargin: "-15% 0% -80%" },
    );
    for (const entry of all(".entry", document)) watch.observe(entry);
  }

  finder.hidden = false;
  close();
  input.addEventListener("input", show);
  input.addEventListener("focus", () => {
    index ??= build();
    panel.hidden = input.value.trim() === "" || list.children.length === 0;
  });
  list.addEventListener("click", close);
  document.addEventListener("pointerdown", ({ target }) => {
    if (!finder.contains(target)) close();
  });
  finder.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget !== null && !finder.contains(relatedTarget)) close();
  });
  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (key === "/" && !/^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) {
      event.preventDefault();
      input.focus();
      input.select();
    } else if (finder.contains(target)) {
      steer(event);
    }
  });

  function steer(event) {
    const stops = [input, ...all("a", list)];
    const at = stops.indexOf(document.activeElement);
    const moves = { ArrowDown: at + 1, ArrowUp: at - 1 };
    if (event.key in moves) {
      event.preventDefault();
      if (panel.hidden) show();
      stops[Math.min(Math.max(moves[event.key], 0), stops.length - 1)].focus();
    } else if (event.key === "Enter" && at === 0) {
      event.preventDefault();
      if (panel.hidden) show();
      stops[1]?.click();
      if (stops[1]) input.blur();
    } else if (event.key === "Escape") {
      event.preventDefault();
      input.value = "";
      show();
      input.focus();
    }
  }

  addEventListener("hashchange", visit);
  follow();
  if (location.hash !== "") visit();
})();
