/* The list: what lies on the phone, and sending what waits. */
(function () {
  "use strict";
  const kirim = self.kirim;
  const config = kirim.config;
  const words = config.words;
  const part = document.querySelector("[data-drafts]");
  const rows = part.querySelector("ul");
  const status = part.querySelector("[data-status]");
  let tries = 0;
  let timer = 0;
  let isBusy = false;

  const say = kirim.say;
  const states = { draft: words.stateDraft, queued: words.stateQueued, fix: words.stateFix };

  function row(draft) {
    const item = document.getElementById("draft-row").content.cloneNode(true);
    const title = kirim.titleOf(draft);
    item.querySelector("strong").textContent = title;
    const more = draft.state === "fix" ? draft.error : draft.note && words[draft.note];
    item.querySelector("span").textContent = [states[draft.state], more].filter(Boolean).join(": ");
    const link = item.querySelector("a");
    link.href = `${config.urls.new}?jenis=${draft.kind}&draf=${draft.key}`;
    link.setAttribute("aria-label", `${words.goOn}: ${title}`);
    const remove = item.querySelector("button");
    remove.setAttribute("aria-label", `${words.delete}: ${title}`);
    remove.addEventListener("click", async () => {
      if (!confirm(words.sureDelete)) return;
      await kirim.store.remove(draft.key);
      draw();
    });
    const photo = draft.photos[0];
    const image = item.querySelector("img");
    if (photo) kirim.picture(image, photo);
    else image.remove();
    return item;
  }

  async function draw() {
    const open = await kirim.openOf(config.user);
    rows.textContent = "";
    open.forEach((draft) => rows.appendChild(row(draft)));
    part.hidden = !open.length;
    return open;
  }

  async function send() {
    clearTimeout(timer);
    if (isBusy) return;
    isBusy = true;
    const outcomes = await kirim.sendAll(config, (step, values) => { status.textContent = say(words[step], values); });
    isBusy = false;
    const last = outcomes[outcomes.length - 1];
    await draw();
    if (!last) return;
    part.hidden = false;
    if (last.state === "signin") {
      status.textContent = words.signin;
      part.querySelector("[data-signin]").hidden = false;
    } else if (kirim.isForLater(last)) {
      const seconds = kirim.secondsBefore(tries);
      tries += 1;
      status.textContent = say(navigator.onLine ? words[last.state === "server" ? "server" : "again"] : words.waiting, { seconds });
      timer = setTimeout(send, seconds * 1000);
    } else if (outcomes.some((each) => each.state === "done")) {
      location.reload();
    } else {
      status.textContent = "";
    }
  }

  addEventListener("online", send);
  kirim.last.settle().catch(() => {}).then(draw).then(send).catch(() => {});
  kirim.work();
})();
