// A button above each line with a constant, which copies it. Without a script there is none.
(() => {
  "use strict";
  const said = document.getElementById("said");

  for (const line of document.querySelectorAll(".constants dd")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.setAttribute("aria-label", `Copy ${textOf(line)}`);
    line.previousElementSibling.append(button);
  }

  document.addEventListener("click", async ({ target }) => {
    const button = target.closest("button.copy");
    if (button === null) return;
    const isCopied = await copy(button.parentElement.nextElementSibling);
    button.textContent = isCopied ? "Copied" : "Press Ctrl+C";
    said.textContent = isCopied ? "Copied" : "The text is selected";
    setTimeout(() => {
      button.textContent = "Copy";
      said.textContent = "";
    }, 2000);
  });

  function textOf(line) {
    return line.textContent.trim();
  }

  async function copy(line) {
    try {
      await navigator.clipboard.writeText(textOf(line));
      return true;
    } catch {
      // A page that did not come over https has no clipboard: then the text is at least selected.
      getSelection().selectAllChildren(line);
      return document.execCommand("copy");
    }
  }
})();
