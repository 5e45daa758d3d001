// Shows how far an import has come, and loads the page anew when it is done.
(() => {
  const box = document.querySelector("[data-import-progress]");
  if (!box) return;
  const bar = box.querySelector("progress");
  const text = box.querySelector("[role=status]");
  let pause = 1500;
  const ask = async () => {
    try {
      const answer = await fetch(box.dataset.importProgress, { headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(answer.status);
      const progress = await answer.json();
      if (progress.state !== box.dataset.state) {
        location.reload();
        return;
      }
      bar.max = progress.total || 1;
      bar.value = progress.done;
      if (text.textContent !== progress.text) text.textContent = progress.text;
      pause = 1500;
    } catch {
      pause = Math.min(pause * 2, 30000);
    }
    setTimeout(ask, pause);
  };
  setTimeout(ask, pause);
})();
