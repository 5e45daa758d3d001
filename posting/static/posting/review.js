/* Keeps the chair's words while they are typed: whoever has to sign in anew finds them in the field again. They stay in
   this tab, for this person and this step of the page; after the decision the step never comes back. */
(function () {
  "use strict";
  const field = document.querySelector("[data-keep]");
  const name = `kirim-catatan-${field.dataset.keep}`;
  let kept = "";
  try { kept = sessionStorage.getItem(name) || ""; } catch (error) { return; } // a browser that keeps nothing
  if (kept && !field.value) {
    field.value = kept;
    document.querySelector("[data-restored]").hidden = false;
  }
  field.addEventListener("input", () => {
    try { sessionStorage.setItem(name, field.value); } catch (error) { /* no room: the page still works */ }
  });
})();
