/* Drafts and what waits to be sent, kept on the phone. Used by the pages and by the worker. */
(function (root) {
  "use strict";
  const kirim = (root.kirim = root.kirim || {});
  const LAST = "kirim-last";
  let opened = null;

  function connect() {
    return new Promise((resolve, reject) => {
      const asked = root.indexedDB.open("kirim", 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore("drafts", { keyPath: "key" });
      asked.onerror = () => reject(asked.error);
      asked.onsuccess = () => {
        const db = asked.result;
        // The browser may close it under an open page: the next one who asks opens it anew.
        db.onclose = () => { opened = null; };
        db.onversionchange = () => { opened = null; db.close(); };
        resolve(db);
      };
    });
  }

  function open() {
    if (!opened) {
      opened = connect();
      opened.catch(() => { opened = null; });
    }
    return opened;
  }

  async function begin(mode) {
    try {
      return (await open()).transaction("drafts", mode);
    } catch (error) {
      opened = null; // a connection that died without a word
      return (await open()).transaction("drafts", mode);
    }
  }

  /* `act` gets the drafts and a function for the answer, which is given once everything is written. */
  function within(mode, act) {
    return begin(mode).then((work) => new Promise((resolve, reject) => {
      let answer;
      work.oncomplete = () => resolve(answer);
      work.onerror = work.onabort = () => reject(work.error);
      act(work.objectStore("drafts"), (value) => { answer = value; });
    }));
  }

  const read = (asked, act) => { asked.onsuccess = () => act(asked.result); };

  /* A window may write over what it wrote itself or has read, and over nothing else: somebody else went on there. */
  function mayWrite(stored, draft, by) {
    if (!stored) return !draft.by;
    return stored.state !== "done" && (stored.by === by || (stored.by === draft.by && stored.turn === draft.turn));
  }

  kirim.store = {
    get: (key) => within("readonly", (drafts, say) => read(drafts.get(key), say)),
    put: (draft) => within("readwrite", (drafts) => { drafts.put(draft); }),
    remove: (key) => within("readwrite", (drafts) => { drafts.delete(key); }),
    /* What one person began, the newest first: several people may share a phone. */
    of: (user) => within("readonly", (drafts, say) => read(drafts.getAll(), say)).then((all) => all
      .filter((draft) => draft.user === user)
      .sort((one, other) => other.changed - one.changed)),
    /* Writes what the window `by` has, and answers whether it was allowed to; see `mayWrite`. `wordsOnly` leaves the
       photos as they were: they may be too much for a full phone. */
    async save(draft, by, wordsOnly) {
      const copy = Object.assign({}, draft, { by });
      const isWritten = await within("readwrite", (drafts, say) => read(drafts.get(draft.key), (stored) => {
        const may = mayWrite(stored, draft, by);
        say(may);
        if (!may) return;
        copy.turn = ((stored && stored.turn) || 0) + 1;
        if (wordsOnly) copy.photos = (stored && stored.photos) || [];
        drafts.put(copy);
      }));
      if (isWritten) Object.assign(draft, { by, turn: copy.turn });
      return isWritten;
    },
    /* The same for a draft in which nothing stands any more. */
    drop: (draft, by) => within("readwrite", (drafts) => read(drafts.get(draft.key), (stored) => {
      if (stored && mayWrite(stored, draft, by)) drafts.delete(draft.key);
    })),
    /* Read and write in one go, so that no other tab comes between. */
    change: (key, act) => within("readwrite", (drafts) => read(drafts.get(key), (stored) => {
      if (!stored) return;
      act(stored);
      drafts.put(stored);
    })),
    /* One record takes the place of another, and what was in that one goes on under a key of its own. */
    part: (done, other) => within("readwrite", (drafts) => {
      drafts.put(done);
      drafts.put(other);
    }),
  };

  /* A page that closes has no time for a database: its last words lie beside it until the next page opens. */
  kirim.last = {
    put(draft, by) {
      const { key, user, kind, fields, turn, changed } = draft;
      try {
        root.localStorage.setItem(LAST, JSON.stringify({ key, user, kind, fields, turn, changed, seen: draft.by, by }));
      } catch (error) { /* no room: what was kept before is there */ }
    },
    clear(by) {
      const last = kirim.last.read();
      if (last && last.by === by) root.localStorage.removeItem(LAST);
    },
    read() {
      try { return JSON.parse(root.localStorage.getItem(LAST)); } catch (error) { return null; }
    },
    /* Takes them into the database. */
    async settle() {
      const last = kirim.last.read();
      if (!last) return;
      const stored = await kirim.store.get(last.key);
      const base = stored && stored.state !== "done" ? stored : { photos: [] };
      const draft = Object.assign({}, base, last, { by: last.seen, state: "draft", error: "", errors: {} });
      if (!(await kirim.store.save(draft, last.by))) {
        await kirim.store.save(Object.assign(draft, { key: kirim.newKey(), by: "" }), last.by);
      }
      kirim.last.clear(last.by);
    },
  };

  kirim.newKey = function () {
    const bytes = root.crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  };
})(self);
