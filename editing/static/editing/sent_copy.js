/* After a form was sent, on whatever screen the answer is: saved, and its copy on the device goes; or the form came back
   with what was typed, and goes on with the copy that it had. Anything else proves nothing, so the copy stays. */
(() => {
  'use strict';
  const SENT = 'kim-copy:sent';
  document.addEventListener('DOMContentLoaded', () => {
    const key = sessionStorage.getItem(SENT);
    if (!key) return;
    sessionStorage.removeItem(SENT);
    const back = document.querySelector('form[data-edit-form][data-w-unsaved-force-value=true]');
    if (back) back.dataset.kimCopy = key;
    else if (document.querySelector('.messages .success')) localStorage.removeItem(key);
  });
})();
