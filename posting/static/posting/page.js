/* What the list and the form have in common. */
(function (root) {
  "use strict";
  const kirim = (root.kirim = root.kirim || {});

  kirim.config = JSON.parse(document.getElementById("kirim-data").textContent);

  kirim.say = (text, values) => text.replace(/{(\w+)}/g, (all, name) => (values && name in values ? values[name] : all));

  kirim.cut = (line, most) => (line.length > most ? `${line.slice(0, most - 1).replace(/\s\S*$/, "")}…` : line);

  kirim.titleOf = function (draft) {
    const { title, text, place, seller_name: seller } = draft.fields;
    const line = (title || text || place || seller || "").trim().split("\n")[0];
    return kirim.cut(line, 80) || kirim.config.words.untitled;
  };

  /* A picture, or its name where the browser can't draw it or the file lies on the server only. */
  kirim.picture = function (image, photo) {
    const tile = () => {
      const place = document.createElement("span");
      place.className = "tile";
      place.textContent = photo.name || "";
      if (image.parentNode) image.parentNode.replaceChild(place, image);
    };
    if (!photo.blob) return tile();
    image.onerror = tile;
    image.src = URL.createObjectURL(photo.blob);
    return null;
  };

  /* The pages that the worker keeps name a person. Whoever signs in after somebody else gets pages of their own. */
  kirim.claim = async function () {
    const config = kirim.config;
    const before = root.localStorage.getItem("kirim-user");
    if (before === String(config.user)) return;
    if (before && root.caches) await root.caches.delete("kirim-pages");
    const worker = root.navigator.serviceWorker;
    if (worker && worker.controller) { // a new one fetches them itself
      const pages = await root.caches.open("kirim-pages");
      await Promise.all([config.urls.home, config.urls.new].map(async (url) => {
        const answer = await root.fetch(url, { credentials: "same-origin" });
        if (answer.ok && !answer.redirected) await pages.put(url, answer);
      }));
    }
    root.localStorage.setItem("kirim-user", config.user);
  };

  kirim.work = function () {
    kirim.claim().catch(() => {});
    if (root.navigator.serviceWorker) root.navigator.serviceWorker.register(kirim.config.urls.worker).catch(() => {});
  };
})(self);
