// Copy and print on the screen of the recovery codes. Without this the codes are still there to be written down.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const items = document.getElementById(button.dataset.copy).querySelectorAll("code");
    await navigator.clipboard.writeText([...items].map((item) => item.textContent).join("\n"));
    button.textContent = button.dataset.done;
  });
}
