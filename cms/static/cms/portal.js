// An extra: share through the phone's own sheet, or copy the link. Everything works without it.
for (const button of document.querySelectorAll("[data-share]")) {
  const { url, title, done } = button.dataset;
  if (!navigator.share && !navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      if (navigator.share) await navigator.share({ title, url });
      else {
        await navigator.clipboard.writeText(url);
        button.querySelector("span").textContent = done;
      }
    } catch {
      // The reader closed the sheet.
    }
  });
}
