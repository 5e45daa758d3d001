/* The pages that the worker keeps on this phone name a person. They go as soon as that person leaves or another one
   comes: on the screens of the admin, where people sign in and out, and on the list. Drafts stay, each for its owner. */
(function () {
  "use strict";
  const here = document.currentScript.dataset.user || "";

  function forget() {
    if (self.caches) caches.delete("kirim-pages").catch(() => {});
    try { localStorage.removeItem("kirim-user"); } catch (error) { /* then nothing is kept */ }
  }

  let before = null;
  try { before = localStorage.getItem("kirim-user"); } catch (error) { /* as above */ }
  if (before !== here) forget();
  document.addEventListener("submit", (event) => {
    const action = String(event.target.getAttribute("action") || location.pathname);
    if (/\/log(in|out)\//.test(action) || /\/login\//.test(location.pathname)) forget();
  }, true);
})();
