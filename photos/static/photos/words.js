/* A photo that was described once is not described again: what was said of it stands beside it as soon as it is chosen. */
(() => {
  'use strict';
  const { photos } = document.currentScript.dataset;

  /* The field for what a chosen photo shows: beside its own in the same block, row or panel. */
  function sentenceOf(input) {
    const names = [input.name.replace(/image$/, 'alt'), `${input.name}_alt`];
    return names.map((name) => input.form?.elements[name]).find(Boolean);
  }

  document.addEventListener('change', async (event) => {
    const input = event.target;
    if (!input.matches?.('input[type=hidden][name$="image"]') || !input.value) return;
    const field = sentenceOf(input);
    if (!field || (field.value.trim() && !field.dataset.kimTaken)) return;
    const chosen = input.value;
    try {
      const answer = await fetch(`${photos}${chosen}/words/`, { headers: { Accept: 'application/json' } });
      const { description } = answer.ok ? await answer.json() : {};
      if (input.value !== chosen || (field.value.trim() && !field.dataset.kimTaken)) return;
      field.value = (description || '').slice(0, field.maxLength > 0 ? field.maxLength : 200);
      field.dataset.kimTaken = 'yes';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    } catch {
      // Without a line the sentence is written by hand.
    }
  });

  // What a person writes is theirs: another photo does not take it away.
  document.addEventListener('keydown', ({ target }) => { if (target.dataset) delete target.dataset.kimTaken; });
})();
