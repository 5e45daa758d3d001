/* Checking applications, and the first steps: each does what the page does without it, only nearer. */
(() => {
  "use strict";

  // The making of a site: ask again until it is over, then show the page anew.
  const watched = document.querySelector("[data-ob-progress]");
  if (watched) {
    let before = "";
    const ask = async () => {
      try {
        const answer = await fetch(watched.dataset.obProgress, { headers: { Accept: "application/json" } });
        if (answer.ok) {
          const now = await answer.json();
          const word = `${now.state} ${now.progress}`;
          if (now.done || (before && word !== before)) {
            window.location.reload();
            return;
          }
          before = word;
        }
      } catch {
        /* No network at the moment: the next time. */
      }
      window.setTimeout(ask, 2000);
    };
    window.setTimeout(ask, 1000);
  }

  // The scan: larger at a tap, in its place.
  for (const link of document.querySelectorAll("[data-ob-zoom]")) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      link.classList.toggle("ob-large");
    });
  }

  // A decision is sent once.
  for (const form of document.querySelectorAll("[data-ob-once]")) {
    form.addEventListener("submit", (event) => {
      if (form.dataset.sent) event.preventDefault();
      form.dataset.sent = "yes";
    });
    window.addEventListener("pageshow", () => delete form.dataset.sent);
  }

  // The pattern of numbers: what one looks like, while typing.
  const example = document.querySelector("[data-ob-example]");
  const pattern = document.getElementById("id_number_pattern");
  if (example && pattern) {
    const { obExample: code, obYear: tahun, obMonth: bulan } = example.dataset;
    const words = { kode: code.split(".").slice(0, 2).join("."), kode_desa: code, tahun, bulan };
    const show = () => {
      const shown = pattern.value.replace(/\{(\w+)(?::(\d))?\}/g, (whole, name, digits) =>
        name === "urut" ? "7".padStart(Number(digits || 1), "0") : (words[name] ?? whole),
      );
      example.querySelector("strong").textContent = shown || "–";
    };
    pattern.addEventListener("input", show);
  }

  // Sharing the address ticks the step off.
  const shared = document.getElementById("ob-shared");
  const tell = () => {
    if (!shared) return;
    fetch(shared.action, { method: "POST", body: new FormData(shared), keepalive: true }).then(() =>
      window.setTimeout(() => window.location.reload(), 1500),
    );
  };
  for (const link of document.querySelectorAll("[data-ob-shared]")) link.addEventListener("click", tell);
  for (const button of document.querySelectorAll("[data-ob-copy]")) {
    if (!navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.obCopy);
      button.textContent = button.dataset.obDone;
      tell();
    });
  }
})();
