// A button beside each constant, which copies the line around it. Without a script there is none.
(() => {
  "use strict";
  const said = document.getElementById("said");

  for (const code of document.querySelectorAll(".constants code")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.setAttribute("aria-label", `Copy ${code.textContent}`);
    code.after(button);
  }

  document.addEventListener("click", async ({ target }) => {
    const button = target.closest("button.copy");
    if (button === null) return;
    const isCopied = await copy(button.previousElementSibling);
    button.textContent = isCopied ? "Copied" : "Press Ctrl+C";
    said.textContent = isCopied ? "Copied" : "The text is selected";
    setTimeout(() => {
      button.textContent = "Copy";
      said.textContent = "";
    }, 2000);
  });

  async function copy(element) {
    try {
      await navigator.clipboard.writeText(element.textContent);
      return true;
    } catch {
      // A page that did not come over https has no clipboard: then the text is at least selected.
      getSelection().selectAllChildren(element);
      return document.execCommand("copy");
    }
  }
})();
