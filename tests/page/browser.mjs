// A page in headless Chromium, and a list of what must never happen to it: a message of the console, a request, a dialog, a
// violation of its policy.
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

/** How long a condition may take, in milliseconds: a slow machine needs some of it, a sound page never all. */
const PATIENCE = 30_000;

/** Calls `use` with a browser, and closes that whatever happens. */
export async function withBrowser(executablePath, use) {
  const browser = await chromium.launch({ executablePath, timeout: PATIENCE });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

/**
 * Calls `use` with a page that shows `address`, a path or an URL, under `options` of a browser's context.
 * Throws when anything happened to it that must not.
 */
export async function withPage(browser, address, options, use) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    permissions: ["clipboard-read", "clipboard-write"],
    ...options,
  });
  context.setDefaultTimeout(PATIENCE);
  const url = address.includes("://") ? address : fileUrl(address);
  const problems = [];
  const page = await context.newPage();
  page.on("request", (request) => {
    // Where links lead is the page's own business: the others are what a page loads by itself.
    if (!request.isNavigationRequest() || request.frame() !== page.mainFrame())
      problems.push(`it loads ${request.url()}`);
  });
  page.on("dialog", (dialog) => {
    problems.push(`a script of the page ran: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("console", (message) => {
    problems.push(`the console has: ${message.text()}`);
  });
  page.on("pageerror", (error) => {
    problems.push(`an error was not caught: ${String(error)}`);
  });
  page.on("popup", () => {
    problems.push("it opens a window");
  });
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      console.error(`the policy is violated: ${event.violatedDirective}`);
    });
  });
  try {
    await page.goto(url);
    const result = await use(page);
    if (problems.length > 0) throw new Error(`${url}: ${problems.join("\n")}`);
    return result;
  } finally {
    await context.close();
  }
}

export function fileUrl(path) {
  return pathToFileURL(path).href;
}

/** Throws unless `holds`. */
export function expect(holds, message) {
  if (!holds) throw new Error(message);
}

/** Throws unless there is no problem, with all there are. */
export function expectNone(problems) {
  expect(problems.length === 0, problems.join("\n"));
}
