/* A copy of what is typed, on the device itself: it costs no data, and a dead battery or a lost signal costs no words.
   It goes away once the server has saved. */
(() => {
  'use strict';
  const { words, clock, say, begin, keep, drop, send } = window.kimCopies;
  const PAUSE = 1500; // milliseconds, also what stream fields and text fields need to write their own beginnings
  const LEFT_OUT = /^(csrfmiddlewaretoken|next|action-.*|workflow-action-.*|comment_.*)$/;
  let form;
  let status;
  let key;
  let timer;
  let isSending = false;
  let isTouched = false;
  let first; // what the form held before anybody touched it
  let last; // what was kept last

  const values = () => [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && !LEFT_OUT.test(name));

  function tell(text) {
    if (status.textContent !== text) status.textContent = text;
  }

  /* Before a finger or a key does anything, or when the fields are ready, whichever is earlier. */
  function noteBeginning() {
    if (last !== undefined) return;
    last = JSON.stringify(values());
    // A form that came back holds what was typed: there is no beginning to which it could return.
    if (!form.dataset.kimCopy) first = last;
  }

  function keepNow() {
    clearTimeout(timer);
    timer = undefined;
    const kept = values();
    const now = JSON.stringify(kept);
    if (now === last) return;
    last = now;
    if (now === first) {
      drop(key);
      tell('');
      return;
    }
    const isKept = keep(key, { values: kept, title: form.elements.title?.value || '' });
    tell(isKept ? say(words.kept, { time: clock(Date.now()) }) : words.keptNot);
    keepSoon(); // until nothing changes: some fields write into the form a little later
  }

  /* Nobody who types without a pause waits for a copy. */
  function keepSoon() {
    if (isTouched) timer ||= setTimeout(keepNow, PAUSE);
  }

  function leave() {
    if (isTouched && !isSending) keepNow();
  }

  function watch() {
    const touch = (event) => {
      if (!event.isTrusted) return;
      noteBeginning();
      isTouched = true;
      keepSoon();
    };
    // Moving, copying and deleting a block say nothing to the form, but each begins with a tap or changes its tree.
    ['pointerdown', 'click', 'keydown', 'beforeinput'].forEach((name) => document.addEventListener(name, touch, true));
    ['input', 'change'].forEach((name) => form.addEventListener(name, keepSoon));
    new MutationObserver(keepSoon).observe(form, { childList: true, subtree: true });
    document.addEventListener('visibilitychange', () => document.hidden && leave());
    addEventListener('pagehide', leave);
  }

  document.addEventListener('DOMContentLoaded', () => {
    form = document.querySelector('form[data-edit-form]');
    if (!form || !form.elements.csrfmiddlewaretoken) return;
    key = form.dataset.kimCopy || begin();
    status = Object.assign(document.createElement('p'), { className: 'kim-status' });
    status.setAttribute('role', 'status');
    // Above the buttons, which stay on the screen while somebody types.
    (form.querySelector('footer') || form).prepend(status);
    setTimeout(noteBeginning, PAUSE);
    watch();
    form.addEventListener('submit', () => {
      if (isTouched) keepNow();
      isSending = true;
      send(key);
    });
    // A decision on the page sends the form by itself, without a word to anybody.
    document.addEventListener('click', (event) => event.target.closest?.('[data-workflow-action-name]') && send(key), true);
  });
})();
