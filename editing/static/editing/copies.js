/* Where copies of what was typed lie on the device: one for each form that somebody began, for fourteen days. */
(() => {
  'use strict';
  const words = JSON.parse(document.getElementById('kim-editing').textContent);
  const OLDEST = 14 * 24 * 60 * 60 * 1000;
  const PREFIX = 'kim-copy:';
  const SENT = `${PREFIX}sent`;
  // A person's copies of one address. An address has no `#`, so none begins like another.
  const here = `${PREFIX}${words.user}:${location.pathname}`;

  const clock = (at) => new Date(at).toLocaleTimeString(words.language, { hour: '2-digit', minute: '2-digit' });
  const day = (at) => new Date(at).toLocaleDateString(words.language, { weekday: 'long', day: 'numeric', month: 'long' });
  const say = (text, values) => Object.entries(values).reduce((all, [name, value]) => all.replace(`{${name}}`, value), text);

  function read(key) {
    try { return { ...JSON.parse(localStorage.getItem(key)), key }; } catch { return { key }; }
  }

  const all = () => Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)).map(read);

  /* The name of the copy of a form that is begun now. */
  const begin = () => `${here}#${Date.now().toString(36)}${Math.random().toString(36).slice(2, 7)}`;

  /* What was kept of forms at this address, the newest first. */
  function found() {
    const own = all().filter(({ key, values }) => values && (key === here || key.startsWith(`${here}#`)));
    return own.sort((one, two) => two.at - one.at);
  }

  /* Whether there was room for the copy. */
  function keep(key, copy) {
    try {
      localStorage.setItem(key, JSON.stringify({ ...copy, at: Date.now() }));
      return true;
    } catch {
      return false; // the room of the browser is full
    }
  }

  const drop = (key) => localStorage.removeItem(key);

  /* The form of this copy is on its way; `sent_copy.js` sees what became of it. */
  const send = (key) => sessionStorage.setItem(SENT, key);

  all().filter(({ at }) => Date.now() - (at || 0) > OLDEST).forEach(({ key }) => drop(key));
  window.kimCopies = { words, clock, day, say, begin, found, keep, drop, send };
})();
