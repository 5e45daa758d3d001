/* The rich text field puts what was typed into the form only after a pause of a quarter of a second. Whoever taps
   "publish" sooner would lose the last words without being told, so a tap right after typing waits for that pause. */
(() => {
  const TYPED_LATELY = 1500; // milliseconds
  const PAUSE = 400;
  let typedAt = -Infinity;

  const noteTyping = (event) => {
    if (event.target.closest?.('.Draftail-Editor')) typedAt = performance.now();
  };
  ['keydown', 'beforeinput', 'input', 'paste', 'drop', 'compositionend', 'click'].forEach((name) => {
    document.addEventListener(name, noteTyping, true);
  });

  document.addEventListener(
    'click',
    (event) => {
      const button = event.target.closest?.('button, input[type=submit]');
      if (!button?.form || button.type !== 'submit' || performance.now() - typedAt > TYPED_LATELY) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      typedAt = -Infinity;
      setTimeout(() => button.click(), PAUSE);
    },
    true,
  );
})();
