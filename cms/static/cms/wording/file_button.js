// A browser writes “Choose file” in its own language, which is often English. This draws the button in the page's.
// The browser's own stays on top, unseen: tapping, the keyboard, dropping a file and reading aloud work as ever.
(() => {
  const words = document.currentScript.dataset;

  const say = (input, name) => {
    const { files } = input;
    if (files.length > 1) name.textContent = words.several.replace("{n}", files.length);
    else name.textContent = files.length ? files[0].name : words.none;
  };

  const draw = (input) => {
    // Some have a button already: Wagtail's drop zone, and what says so.
    if (input.closest(".kim-file, .replace-file-input, [data-own-button]") || input.hidden) return;
    const box = document.createElement("span");
    const button = document.createElement("span");
    const name = document.createElement("span");
    box.className = "kim-file";
    button.className = "kim-file__button";
    name.className = "kim-file__name";
    button.textContent = input.multiple ? words.chooseSeveral : words.choose;
    for (const part of [button, name]) part.setAttribute("aria-hidden", "true");
    input.before(box);
    box.append(button, name, input);
    input.addEventListener("change", () => say(input, name));
    input.form?.addEventListener("reset", () => setTimeout(() => say(input, name)));
    say(input, name);
  };

  const look = (part) => {
    if (part.nodeType !== Node.ELEMENT_NODE) return;
    if (part.matches("input[type=file]")) draw(part);
    for (const input of part.querySelectorAll("input[type=file]")) draw(input);
  };

  // Dialogs bring their forms later.
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const part of addedNodes) look(part);
  }).observe(document.documentElement, { childList: true, subtree: true });
  look(document.documentElement);
})();
