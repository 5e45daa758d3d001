/* The form: keeps what is typed, and sends. Nothing that was typed may get lost on the way. */
(function () {
  "use strict";
  const kirim = self.kirim;
  const { config, desk, fields, gallery } = kirim;
  const words = config.words;
  const form = document.querySelector("[data-write]");
  const asked = new URLSearchParams(location.search);
  const find = (name) => document.querySelector(`[data-${name}]`);
  const tab = kirim.newKey(); // this window, in what it writes
  const status = find("status");
  const isSent = form.hasAttribute("data-wrong"); // without a script, and it lacked something
  let timer = 0;
  let tries = 0;
  let keeping = Promise.resolve();
  let isTouched = false; // somebody wrote here: older words no longer come into this form
  let isDirty = false; // something was typed that is not kept yet
  let isWriting = false; // the database is at it, and breaks off when the page closes
  let isKept = true; // whether this phone keeps anything
  let isParted = false; // the words went on under another key, and the person has to know before sending
  let isChecking = false;
  let isSending = false;
  let isAttempting = false;
  let isOver = false;

  const show = (text, values) => { status.textContent = kirim.say(text || "", values); };
  desk.draft = { key: kirim.newKey(), user: config.user, fields: {}, photos: [], state: "draft", error: "" };
  desk.show = show;
  desk.touch = touch;

  /* The kind --------------------------------------------------------------- */
  function choose(kind) {
    document.querySelectorAll("[data-kind]").forEach((part) => {
      part.hidden = part.dataset.kind !== kind;
      if ("disabled" in part) part.disabled = part.hidden;
    });
    form.elements.jenis.value = desk.draft.kind = kind;
  }

  function kindAsked() {
    const kind = asked.get("jenis");
    return kind && document.querySelector(`[data-kind="${kind.replace(/\W/g, "")}"]`) ? kind : form.elements.jenis.value;
  }

  /* Keeping ----------------------------------------------------------------- */
  function touch(isNow) {
    isDirty = isTouched = true;
    clearTimeout(timer);
    if (isNow === true) keep();
    else timer = setTimeout(keep, 300);
  }

  function keep() {
    keeping = keeping.then(keepOnce).catch(() => {});
    return keeping;
  }

  const isBlank = () => !isSent && !desk.draft.photos.length && JSON.stringify(desk.draft.fields) === JSON.stringify(fields.blank());

  async function keepOnce() {
    if (!isDirty || isSending || isOver) return;
    clearTimeout(timer);
    isDirty = false;
    const draft = desk.draft;
    Object.assign(draft, { fields: fields.read(), state: "draft", error: "", errors: {}, note: "", changed: Date.now() });
    if (isBlank() && !draft.by) return;
    isWriting = true;
    try {
      if (isBlank()) await forget();
      else if (await kirim.store.save(draft, tab)) kept(words.saved);
      else await part();
    } catch (error) {
      await keepWords();
    }
    isWriting = false;
    if (isKept && !isDirty) kirim.last.clear(tab);
  }

  /* Nothing stands in the form any more: nothing is kept either. */
  async function forget() {
    await kirim.store.drop(desk.draft, tab);
    Object.assign(desk.draft, { key: kirim.newKey(), by: "", turn: 0 });
    kept("");
  }

  /* Another window went on with this draft, or sent it: what stands here goes on as one of its own. */
  async function part() {
    Object.assign(desk.draft, { key: kirim.newKey(), by: "", turn: 0, state: "draft" });
    isParted = true;
    show(words.parted);
    if (await kirim.store.save(desk.draft, tab)) kept(words.saved);
  }

  /* The phone is full, or its browser keeps nothing. Words are small: perhaps they fit without the new photos. */
  async function keepWords() {
    let text = words.notKept;
    try {
      if (await kirim.store.save(desk.draft, tab, true)) text = words.wordsKept;
    } catch (error) { /* then not even these */ }
    isDirty = true;
    isKept = false;
    find("saved").textContent = text;
    if (text === words.wordsKept) address(desk.draft.key);
  }

  function kept(text) {
    isKept = true;
    find("saved").textContent = text;
    address(text && desk.draft.key);
  }

  /* The draft stands in the address: whoever loads the page again finds it there. */
  function address(key) {
    const search = `?jenis=${desk.draft.kind}${key ? `&draf=${key}` : ""}`;
    if (location.search !== search) history.replaceState(null, "", location.pathname + search); // browsers count these
  }

  /* A page that is about to go. */
  function leave() {
    if (!(isDirty || isWriting) || isSending || isOver) return;
    Object.assign(desk.draft, { fields: fields.read(), changed: Date.now() });
    if (!isBlank() || desk.draft.by) kirim.last.put(desk.draft, tab);
    keep();
  }

  /* Sending ------------------------------------------------------------------ */
  function lock(is) {
    isSending = is;
    find("fields").disabled = is;
    find("progress").hidden = !is;
  }

  function missing() {
    const errors = fields.tooLong();
    if (!desk.draft.photos.length) errors.photos = words.noPhoto;
    if (!form.elements.text.value.trim()) errors.text = words.noText;
    return errors;
  }

  /* A second tap while the first one is still being worked on is no second item. */
  async function submit(event) {
    event.preventDefault();
    if (isChecking || isSending || isOver) return;
    isChecking = true;
    try {
      if (await isReady()) await send();
    } finally {
      isChecking = false;
    }
  }

  /* Whether everything is there, and the person knows what is about to go out. */
  async function isReady() {
    await started;
    if (isSending || isOver) return false;
    if (gallery.isBusy()) show(words.preparing);
    if (!(await gallery.settled())) return false;
    await keep();
    if (isParted) {
      isParted = false;
      show(words.parted);
      return false;
    }
    const errors = missing();
    fields.wrong(errors);
    const long = gallery.tooLong();
    if (long) long.focus();
    return !long && !Object.keys(errors).length;
  }

  async function send() {
    Object.assign(desk.draft, { fields: fields.read(), state: "queued", error: "", errors: {}, note: "", changed: Date.now() });
    lock(true);
    show(words.sending);
    tries = 0;
    try {
      if (!(await kirim.store.save(desk.draft, tab))) return await refuse();
      kept(words.saved);
      kirim.last.clear(tab);
    } catch (error) { // it goes out as it stands here
      isKept = false;
      find("saved").textContent = words.notKept;
    }
    isDirty = false;
    const going = attempt();
    if (isKept) kirim.askWorker(); // after this window has begun: the worker waits its turn
    return going;
  }

  async function refuse() {
    lock(false);
    await part().catch(keepWords);
    isParted = false; // it has just been said
  }

  function tell(step, values) {
    show(words[step], values);
    if (step === "photo") find("progress").value = (100 * (values.number - 1) + values.percent) / values.count;
  }

  /* One at a time: the line coming back in the middle of one begins no other. */
  async function attempt() {
    clearTimeout(timer);
    if (isAttempting || isOver) return;
    isAttempting = true;
    let outcome = { state: "server" };
    try {
      outcome = await kirim.send(desk.draft.key, config, tell, isKept ? null : desk.draft);
    } catch (error) {
      isKept = false; // the phone lost its drafts under the open page
    }
    isAttempting = false;
    await settle(outcome);
  }

  async function settle(outcome) {
    if (outcome.state === "done") return arrived(outcome.result);
    if (outcome.state === "fix") return mend(outcome);
    if (outcome.state === "gone") return refuse();
    if (outcome.state === "other") return goOn(outcome);
    if (outcome.state === "signin") return askToSignIn();
    const seconds = kirim.secondsBefore(tries);
    tries += 1;
    if (!navigator.onLine) show(isKept ? words.waiting : words.waitingOpen);
    else show(isKept && outcome.state === "server" ? words.server : words.again, { seconds });
    timer = setTimeout(attempt, seconds * 1000);
    return null;
  }

  async function mend(outcome) {
    const stored = isKept && (await kirim.store.get(desk.draft.key).catch(() => null));
    if (stored) desk.draft = stored;
    lock(false);
    if (stored && stored.by !== tab) fields.fill(stored.fields); // another window mended it meanwhile
    gallery.draw();
    show(outcome.error || "");
    const errors = Object.assign({}, outcome.fields);
    if ("photos" in errors) errors.photos = errors.photos || words.photoGone;
    fields.wrong(errors);
  }

  /* Earlier words arrived under this key. These stay, and the person decides. */
  function goOn(outcome) {
    desk.draft = outcome.draft;
    lock(false);
    gallery.draw();
    if (isKept) kept(words.saved);
    show(words.other);
  }

  function askToSignIn() {
    const link = find("signin").querySelector("a");
    show(isKept ? words.signin : words.signinOpen);
    if (!isKept) link.target = "_blank"; // this window has the only copy
    find("signin").hidden = false;
    link.focus();
  }

  /* Nothing is left in the form for somebody who comes back to it. */
  function arrived(result) {
    isOver = true;
    isDirty = false;
    lock(true);
    form.reset();
    form.hidden = true;
    ["progress", "signin", "restored", "offer"].forEach((name) => { find(name).hidden = true; });
    address("");
    show("");
    const end = find("end");
    end.hidden = false;
    end.querySelector("h2").textContent = result.state === "live" ? words.published : words.handed;
    end.querySelector("p").textContent = result.message;
    const link = (name, url) => {
      const place = end.querySelector(`[data-go=${name}]`);
      place.hidden = !url;
      if (url) place.href = url;
    };
    link("see", result.url);
    link("share", result.url && `https://wa.me/?text=${encodeURIComponent(`${result.title} ${result.url}`)}`);
    link("edit", result.edit);
    end.querySelector("h2").focus();
    scrollTo(0, 0);
  }

  /* Beginning ---------------------------------------------------------------- */
  function chooseKim() {
    const field = form.elements.kim;
    const kim = asked.get("kim");
    if (!kim || field.tagName !== "SELECT" || !kirim.hasOption(field, kim)) return;
    Array.from(field.options).forEach((option) => { option.defaultSelected = option.value === kim; });
    field.value = kim;
  }

  /* What was sent without a script and lacked something: its photos lie on the server already. */
  function takeKept() {
    desk.draft.key = form.elements.key.value || desk.draft.key;
    let rows = [];
    try { rows = JSON.parse(form.elements.photos.value || "[]"); } catch (error) { /* none then */ }
    desk.draft.photos = rows.map((photo, place) => (
      { key: photo.key, alt: photo.alt || "", blob: null, name: kirim.say(words.keptPhoto, { number: place + 1 }), sent: true }));
  }

  /* What stands in the form stays; only an empty one takes what was kept. */
  function begin() {
    choose(kindAsked());
    chooseKim();
    if (isSent) takeKept();
    isDirty = isTouched = isSent || fields.differs();
    gallery.draw();
    const files = Array.from(form.elements.photo.files);
    form.elements.photo.value = "";
    if (files.length) touch();
    kirim.suggest();
    return recall().then(() => {
      if (files.length) gallery.add(files);
      if (isDirty) keep();
      document.documentElement.classList.add("ready");
    });
  }

  async function recall() {
    let mine = [];
    try {
      await kirim.last.settle();
      mine = await kirim.store.of(config.user);
    } catch (error) { /* nothing is kept on this phone */ }
    const named = mine.find((each) => each.key === asked.get("draf"));
    if (named && !isTouched) return named.state === "done" ? arrived(named.result) : restore(named);
    offer(mine.filter((each) => each === named || (each.kind === desk.draft.kind && (each.state === "draft" || each.state === "fix"))));
    return null;
  }

  function restore(found) {
    desk.draft = found;
    choose(found.kind);
    fields.fill(found.fields);
    gallery.draw();
    kirim.suggest();
    find("restored").hidden = found.state === "queued";
    if (found.note) show(words[found.note]);
    if (found.state === "fix") mend({ error: found.error, fields: found.errors });
    if (found.state === "queued") {
      lock(true);
      show(words.sending);
      status.scrollIntoView({ block: "center" });
      attempt();
    }
  }

  /* Older drafts are offered, never put over what somebody writes now. */
  function offer(drafts) {
    const open = drafts.filter((each) => each.state !== "done").slice(0, 3);
    find("offer").hidden = !open.length;
    open.forEach((each) => {
      const link = document.createElement("a");
      link.className = "button plain";
      link.href = `${location.pathname}?jenis=${each.kind}&draf=${each.key}`;
      link.textContent = kirim.say(words.goOnWith, { title: kirim.cut(kirim.titleOf(each), 40) });
      find("offers").appendChild(link);
    });
  }

  form.noValidate = true;
  form.autocomplete = "off"; // or the browser would fill in again what has arrived already
  form.elements.photo.required = false;
  form.elements.photo.addEventListener("change", (event) => {
    const files = Array.from(event.target.files);
    event.target.value = "";
    gallery.add(files);
  });
  ["input", "change"].forEach((name) => form.addEventListener(name, (event) => {
    if (!event.target.name || event.target.name === "photo") return; // a photo's own field and files look after themselves
    touch();
    kirim.suggest();
  }));
  form.addEventListener("submit", submit);
  document.querySelectorAll("[data-with-script]").forEach((part) => { part.hidden = false; });
  document.getElementById("photo").classList.add("behind"); // its label is the button
  document.querySelectorAll("[data-without-script]").forEach((part) => { part.remove(); });
  find("fresh").addEventListener("click", () => keep().then(() => location.assign(`${location.pathname}?jenis=${desk.draft.kind}`)));
  find("dismiss").addEventListener("click", () => { find("offer").hidden = true; form.elements.text.focus(); });

  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") leave();
    else if (isSending) attempt();
  });
  addEventListener("pagehide", leave);
  addEventListener("beforeunload", (event) => {
    if (isOver || !(gallery.isBusy() || (!isKept && (isDirty || isSending)))) return;
    event.preventDefault();
    event.returnValue = "";
  });
  addEventListener("online", () => { if (isSending) attempt(); });
  kirim.work();
  const started = begin();
})();
