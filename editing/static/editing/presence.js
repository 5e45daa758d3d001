/* Who else has the page open, in words above the form. They come and go with the pings of Wagtail's editing sessions. */
(() => {
  'use strict';
  let newest = ''; // the version that somebody else saved, as far as was told

  document.addEventListener('DOMContentLoaded', () => {
    const form = document.querySelector('form[data-edit-form]');
    const sessions = document.querySelector('.w-editing-sessions');
    if (!form || !sessions) return;
    const box = Object.assign(document.createElement('div'), { className: 'kim-kept kim-presence', hidden: true });
    box.setAttribute('role', 'status');
    form.before(box);

    const tell = (text) => {
      box.hidden = !text;
      if (box.textContent !== text) box.textContent = text; // said aloud once, not at every ping
    };

    sessions.addEventListener('w-swap:json', ({ detail }) => {
      const answer = new DOMParser().parseFromString(detail.data.html || '', 'text/html');
      const told = answer.querySelector('[data-kim-presence]');
      newest = told?.dataset.revision || '';
      tell(told ? told.content.textContent.trim() : '');
    });
    // Without an answer nobody knows who is there.
    sessions.addEventListener('w-swap:error', () => tell(''));

    // Wagtail has asked already whether the newer version may be replaced: the server need not ask once more.
    document.addEventListener('w-dialog:confirmed', ({ target }) => {
      const opened = form.elements.loaded_revision_id;
      if (target.id === 'w-save-confirmation-dialog' && newest && opened) opened.value = newest;
    }, true);
  });
})();
