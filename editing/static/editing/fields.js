/* The fields of the editor: how long a title or summary is, a word about capital letters, a sentence about a photo that
   is taken from the title, and a list of what has to be mended that leads to each field. */
(() => {
  'use strict';
  const words = JSON.parse(document.getElementById('kim-editing').textContent);
  // Fields where length matters to readers: how many letters are good, by the end of the name.
  const GOOD = { title: 80, summary: 160, search_description: 160, lead_image_alt: 125, alt: 125, caption: 125 };
  const say = (text, values) => Object.entries(values).reduce((all, [name, value]) => all.replace(`{${name}}`, value), text);
  const isShouting = (text) => text.length > 12 && text === text.toUpperCase() && text !== text.toLowerCase();

  function note(field) {
    const name = field.name.split('-').pop();
    const good = GOOD[name];
    if (!good || field.dataset.kimCounted) return;
    field.dataset.kimCounted = 'yes';
    const counter = Object.assign(document.createElement('p'), { className: 'kim-counter' });
    counter.setAttribute('aria-live', 'off');
    const update = () => {
      const { length } = field.value;
      const text = !length ? '' : isShouting(field.value) ? words.capitals : say(length > good ? words.long : words.count, { number: length, good });
      counter.textContent = text;
      counter.classList.toggle('kim-counter--much', length > good || isShouting(field.value));
    };
    field.addEventListener('input', update);
    (field.closest('.w-field__input') || field).after(counter);
    update();
  }

  /* A title that is shown on several lines is still one: the key for a new line does nothing. */
  function keepOneLine(event) {
    if (event.target.matches('[data-one-line]') && /^insert(LineBreak|Paragraph)$/.test(event.inputType)) event.preventDefault();
  }

  function noteAll(root) {
    root.querySelectorAll('input[type=text][name], textarea[name]').forEach(note);
  }

  /* The title is a good first answer to "what does the photo show?". */
  function suggestAlt(event) {
    const field = event.target;
    if (!/(^|-)(lead_image_alt|alt)$/.test(field.name || '') || field.value || field.dataset.kimOffered) return;
    const title = document.querySelector('[name=title]');
    if (!title || !title.value.trim()) return;
    field.dataset.kimOffered = 'yes';
    const offer = Object.assign(document.createElement('button'), { type: 'button', className: 'kim-offer', textContent: say(words.offer, { title: title.value.trim() }) });
    offer.addEventListener('click', () => {
      field.value = title.value.trim().slice(0, field.maxLength > 0 ? field.maxLength : 200);
      field.dispatchEvent(new Event('input', { bubbles: true }));
      offer.remove();
      field.focus();
    });
    (field.closest('.w-field__input') || field).after(offer);
    field.addEventListener('input', () => offer.remove(), { once: true });
  }

  function fieldName(error) {
    const wrapper = error.closest('.w-field__wrapper');
    const own = wrapper && (wrapper.querySelector('label, .w-field__label') || wrapper.parentElement.querySelector(':scope > label'));
    const panels = own ? [own.textContent.replace('*', '').trim()] : [];
    for (let panel = error.closest('.w-field__wrapper, .w-panel'); panel; panel = panel.parentElement.closest('.w-panel')) {
      const label = panel.querySelector(':scope > label, :scope > .w-field__label, :scope > .w-panel__header .w-panel__heading');
      const text = label && label.textContent.replace('*', '').trim();
      if (text && !panels.includes(text)) panels.unshift(text);
    }
    return panels.slice(-2).join(' › ');
  }

  /* The field of an error, on whichever tab it stands. */
  function leadTo(error) {
    const panel = error.closest('.w-field__wrapper, .w-panel') || error;
    const tab = error.closest('[role=tabpanel][hidden]');
    const show = () => {
      panel.scrollIntoView({ block: 'center' });
      panel.querySelector('input:not([type=hidden]), textarea, select, button')?.focus({ preventScroll: true });
    };
    if (!tab) { show(); return; }
    document.querySelector(`[role=tab][href="#${tab.id}"]`)?.click();
    setTimeout(show, 200); // once the tab has opened
  }

  function listErrors(form) {
    const errors = [...form.querySelectorAll('.error-message, .help-critical')].filter((error) => error.textContent.trim());
    if (!errors.length) return;
    const box = Object.assign(document.createElement('div'), { className: 'kim-errors', tabIndex: -1 });
    box.setAttribute('role', 'alert');
    const list = document.createElement('ul');
    errors.forEach((error, place) => {
      error.id = error.id || `kim-error-${place}`;
      const link = Object.assign(document.createElement('a'), { href: `#${error.id}` });
      const name = fieldName(error);
      link.textContent = `${name ? `${name}: ` : ''}${error.textContent.trim()}`;
      link.addEventListener('click', (event) => {
        event.preventDefault();
        leadTo(error);
      });
      const item = document.createElement('li');
      item.append(link);
      list.append(item);
    });
    box.append(Object.assign(document.createElement('strong'), { textContent: words.mend }), list);
    form.prepend(box);
  }

  document.addEventListener('DOMContentLoaded', () => {
    const form = document.querySelector('form[data-edit-form]');
    if (!form) return;
    noteAll(form);
    listErrors(form);
    form.addEventListener('focusin', suggestAlt);
    form.addEventListener('beforeinput', keepOneLine);
    new MutationObserver((changes) => {
      changes.forEach((change) => change.addedNodes.forEach((node) => node.nodeType === 1 && noteAll(node)));
    }).observe(form, { childList: true, subtree: true });
  });
})();
