/* Sends what waits. Each photo goes alone, so that a broken line costs one photo at most; the server knows every key
   and makes each item once, however often it is sent. Used by the pages and by the worker. */
(function (root) {
  "use strict";
  const kirim = (root.kirim = root.kirim || {});
  const QUIET = 45000; // milliseconds without a byte, while nothing has gone out yet
  const PATIENCE = 180000; // the same, once something has
  const SLOWEST = 2; // bytes in a millisecond
  const RETRY = [3, 6, 12, 25, 50]; // seconds
  const WEEK = 7 * 24 * 3600 * 1000;

  /* What an answer means: `offline` and `server` are tried again, `signin` waits for the person, `fix` too. */
  function meaning(answer) {
    const data = answer.data || {};
    if (answer.status === 0) return { state: "offline" };
    if (answer.status === 401 || answer.status === 403) return { state: "signin" };
    if (answer.status >= 500 || answer.status === 429 || answer.status === 200) return { state: "server" };
    return { state: "fix", error: data.error || "", fields: data.fields || {} };
  }

  function read(text) {
    try { return JSON.parse(text); } catch (error) { return null; }
  }

  /* A phone takes a photo into its own buffer at once and says that it has gone: whatever it took may still lie there,
     and on a very weak line it needs its time. */
  kirim.patience = (gone) => (gone ? PATIENCE + gone / SLOWEST : QUIET);

  /* A page sees how much has gone; the worker has no XMLHttpRequest. Answers with status 0 when the line broke. */
  function request(method, url, body, token, progress) {
    const headers = { "X-Requested-With": "XMLHttpRequest", Accept: "application/json" };
    if (token) headers["X-CSRFToken"] = token;
    if (!root.XMLHttpRequest) {
      return root.fetch(url, { method, body, headers, credentials: "same-origin", cache: "no-store" })
        .then((answer) => answer.text().then((text) => ({ status: answer.status, data: read(text) })))
        .catch(() => ({ status: 0 }));
    }
    return new Promise((resolve) => {
      const xhr = new root.XMLHttpRequest();
      let timer = 0;
      const wait = (gone) => { clearTimeout(timer); timer = setTimeout(() => xhr.abort(), kirim.patience(gone)); };
      xhr.open(method, url);
      Object.keys(headers).forEach((name) => xhr.setRequestHeader(name, headers[name]));
      xhr.upload.onprogress = (event) => {
        wait(event.loaded);
        if (progress && event.lengthComputable) progress(Math.round((100 * event.loaded) / event.total));
      };
      xhr.onloadend = () => { clearTimeout(timer); resolve({ status: xhr.status, data: read(xhr.responseText) }); };
      wait(0);
      xhr.send(body || null);
    });
  }

  function photoForm(draft, photo) {
    const form = new FormData();
    form.append("kim", draft.fields.kim || "");
    form.append("key", photo.key);
    form.append("title", photo.alt || "");
    form.append("photo", photo.blob, photo.name || "foto.jpg");
    return form;
  }

  const photoRows = (draft) => JSON.stringify(draft.photos.map((photo) => ({ key: photo.key, alt: photo.alt })));

  function itemForm(draft) {
    const form = new FormData();
    Object.keys(draft.fields).forEach((name) => form.append(name, draft.fields[name]));
    form.append("jenis", draft.kind);
    form.append("key", draft.key);
    form.append("photos", photoRows(draft));
    return form;
  }

  /* What is written in the record on the way. A phone that keeps nothing sends from what is on the screen. */
  function note(draft, act) {
    act(draft);
    return kirim.store.change(draft.key, act).catch(() => {});
  }

  const sameKey = (photo) => (each) => each.key === photo.key;

  async function sendPhotos(draft, config, token, tell) {
    const count = draft.photos.length;
    for (let place = 0; place < count; place += 1) {
      const photo = draft.photos[place];
      if (photo.sent) continue;
      const refuse = (error) => ({ state: "fix", error, fields: { photos: error }, photo: photo.key });
      if (!photo.blob) return refuse(""); // it lay on the server only, and is there no more
      const report = (percent) => tell("photo", { number: place + 1, count, percent });
      report(0);
      const answer = await request("POST", config.urls.photo, photoForm(draft, photo), token, report);
      if (answer.status !== 200 || !answer.data) {
        const found = meaning(answer);
        // What is wrong with the KIM is not the photo's fault.
        return found.state === "fix" && !found.fields[""] ? refuse(found.error) : found;
      }
      await note(draft, (kept) => { kept.photos.filter(sameKey(photo)).forEach((each) => { each.sent = true; }); });
    }
    return null;
  }

  /* The item itself. When the server knows its key already, it says whether by the same words: other ones stay here. */
  async function sendItem(draft, config, token) {
    const answer = await request("POST", config.urls.send, itemForm(draft), token);
    if (answer.status === 200 && answer.data) {
      return { state: answer.data.same === false ? "other" : "done", result: answer.data };
    }
    if (answer.status === 409 && answer.data) return { missing: answer.data.missing };
    return meaning(answer);
  }

  async function sendOne(draft, config, tell) {
    const who = await request("GET", config.urls.who);
    if (who.status !== 200 || !who.data) return meaning(who);
    if (who.data.user !== draft.user) return { state: "signin" };
    for (let round = 0; round < 3; round += 1) {
      const trouble = await sendPhotos(draft, config, who.data.token, tell);
      if (trouble) return trouble;
      tell("sending", {});
      const outcome = await sendItem(draft, config, who.data.token);
      if (!outcome.missing) return outcome;
      draft.photos.forEach((photo) => { photo.sent = photo.sent && outcome.missing.indexOf(photo.key) < 0; });
    }
    return { state: "server" };
  }

  function doneOf(draft, result) {
    const { key, user, kind } = draft;
    return { key, user, kind, state: "done", result, changed: Date.now() };
  }

  /* Remember what became of an item: one that arrived leaves its result only, one that lacks something says what. */
  async function remember(draft, outcome) {
    if (outcome.state === "done") await kirim.store.put(doneOf(draft, outcome.result));
    if (outcome.state === "other") {
      outcome.draft = Object.assign({}, draft, { key: kirim.newKey(), state: "draft", note: "other", by: "" });
      await kirim.store.part(doneOf(draft, outcome.result), outcome.draft);
    }
    if (outcome.state !== "fix") return;
    await note(draft, (kept) => {
      kept.state = "fix";
      kept.error = outcome.error;
      kept.errors = outcome.fields;
      kept.photos.forEach((photo) => { photo.error = photo.key === outcome.photo ? outcome.error || "gone" : ""; });
    });
  }

  /* One sender at a time on this phone: tabs and the worker take turns, and whoever waits says so. */
  function alone(act, tell) {
    const locks = root.navigator.locks;
    if (!locks) return act();
    return locks.request("kirim", { ifAvailable: true }, (lock) => (lock ? act().then((answer) => ({ answer })) : null))
      .then((had) => {
        if (had) return had.answer;
        tell("elsewhere", {});
        return locks.request("kirim", act);
      });
  }

  /* `loose` is an item that this phone could not keep: it is sent as it stands on the screen. */
  kirim.send = (key, config, tell, loose) => alone(async () => {
    const draft = loose || (await kirim.store.get(key));
    if (!draft) return { state: "gone" };
    if (draft.state === "done") return { state: "done", result: draft.result };
    if (draft.state !== "queued") return { state: "fix", error: draft.error || "", fields: draft.errors || {} };
    const outcome = await sendOne(draft, config, tell || (() => {}));
    await remember(draft, outcome).catch(() => {});
    return outcome;
  }, tell || (() => {}));

  /* Everything of one person that waits; answers with what became of each. */
  kirim.sendAll = async function (config, tell) {
    const outcomes = [];
    for (const draft of await kirim.store.of(config.user)) {
      if (draft.state !== "queued") continue;
      const outcome = await kirim.send(draft.key, config, tell);
      outcomes.push(outcome);
      if (["offline", "signin", "server"].indexOf(outcome.state) >= 0) break;
    }
    return outcomes;
  };

  /* What is still to be done of one person. What arrived leaves a short record for a week, so that a window that was
     open all the time learns of it. */
  kirim.openOf = async function (user) {
    const all = await kirim.store.of(user);
    const old = all.filter((each) => each.state === "done" && each.changed < Date.now() - WEEK);
    await Promise.all(old.map((each) => kirim.store.remove(each.key)));
    return all.filter((each) => each.state !== "done");
  };

  kirim.isForLater = (outcome) => outcome.state === "offline" || outcome.state === "server";
  kirim.secondsBefore = (tries) => RETRY[Math.min(tries, RETRY.length - 1)];

  /* Where the browser can, the worker goes on after the page has been closed. */
  kirim.askWorker = function () {
    if (!root.navigator.serviceWorker) return;
    root.navigator.serviceWorker.ready
      .then((registration) => registration.sync && registration.sync.register("kirim"))
      .catch(() => {});
  };
})(self);
