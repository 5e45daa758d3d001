/* On phones and tablets the rich text field is a plain text area: editors of rich text lose letters when an Android
   keyboard corrects, swipes or deletes. What is stored is the same. Whoever wants the full field can have it. */
(() => {
  'use strict';
  const CHOICE = 'kim-full-text';
  // The words come after this script.
  let words = {};
  const isTouch = matchMedia('(pointer: coarse)').matches && localStorage.getItem(CHOICE) !== 'yes';

  function make(tag, className, more = {}) {
    return Object.assign(document.createElement(tag), { className, ...more });
  }

  function grow(area) {
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight + 4}px`;
  }

  /* Put words in the place of what is chosen, so that the phone's own undo knows of it. */
  function insert(area, text, caret) {
    area.focus();
    const { selectionStart } = area;
    if (!document.execCommand('insertText', false, text)) area.setRangeText(text, selectionStart, area.selectionEnd, 'end');
    if (caret !== undefined) area.setSelectionRange(selectionStart + caret, selectionStart + caret);
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }

  const TOOLS = {
    bold: (area, chosen) => insert(area, `**${chosen}**`, chosen ? undefined : 2),
    head: (area, chosen) => insert(area, `${area.selectionStart ? '\n\n' : ''}# ${chosen}`),
    list: (area, chosen) => insert(area, `${area.selectionStart ? '\n' : ''}${chosen.split('\n').map((line) => `- ${line}`).join('\n')}`),
    link: (area, chosen) => {
      const address = prompt(words.linkAddress, 'https://');
      if (!address || address === 'https://') return;
      insert(area, `[${chosen || prompt(words.linkWords) || address}](${address})`);
    },
  };

  function toolbar(area, options) {
    const bar = make('div', 'kim-plain-tools');
    bar.setAttribute('role', 'toolbar');
    bar.setAttribute('aria-label', words.tools);
    const hasHeadings = (options.blockTypes || []).some((block) => block.type === 'header-two');
    for (const name of Object.keys(TOOLS)) {
      if (name === 'head' && !hasHeadings) continue;
      const button = make('button', 'button button-small button-secondary', { type: 'button', textContent: words[name] });
      button.addEventListener('click', () => TOOLS[name](area, area.value.slice(area.selectionStart, area.selectionEnd)));
      bar.append(button);
    }
    return bar;
  }

  function mount(input, options) {
    words = JSON.parse(document.getElementById('kim-editing')?.textContent || '{}');
    const plain = window.kimMarks.toPlain(JSON.parse(input.value || 'null'));
    if (plain === null) return false;
    const box = make('div', 'kim-plain');
    const area = make('textarea', 'kim-plain-text', { id: `${input.id}-plain`, value: plain, rows: 6 });
    const label = document.querySelector(`label[for="${CSS.escape(input.id)}"]`);
    if (label) label.htmlFor = area.id;
    else area.setAttribute('aria-label', words.text);
    const described = input.getAttribute('aria-describedby');
    if (described) area.setAttribute('aria-describedby', described);
    const full = make('button', 'kim-plain-full', { type: 'button', textContent: words.fullText });
    box.append(toolbar(area, options), area, full);
    input.after(box);
    const keep = () => {
      grow(area);
      input.value = JSON.stringify(window.kimMarks.toContent(area.value));
    };
    area.addEventListener('input', keep);
    input.kimPlain = {
      area,
      set: (value) => {
        area.value = window.kimMarks.toPlain(JSON.parse(value || 'null')) || '';
        keep();
      },
    };
    full.addEventListener('click', () => {
      localStorage.setItem(CHOICE, 'yes');
      box.remove();
      delete input.kimPlain;
      if (label) label.htmlFor = input.id;
      window.draftail.initEditor(`#${CSS.escape(input.id)}`, options);
    });
    requestAnimationFrame(() => grow(area));
    return true;
  }

  if (isTouch) {
    addEventListener('w-draftail:init', (event) => {
      if (mount(event.target, event.detail || {})) event.stopImmediatePropagation();
    }, true);
  }

  /* What a stream field asks of a field: to copy a block, to move it, to go to it. */
  class BoundText {
    constructor(input) { this.input = input; }
    getValue() { return this.input.value; }
    getState() { return this.input.value; }
    setState(value) { if (this.input.kimPlain) this.input.kimPlain.set(value); }
    setInvalid(isInvalid) { this.input.kimPlain?.area.toggleAttribute('aria-invalid', isInvalid); }
    setCapabilityOptions() {}
    getTextLabel({ maxLength = 60 } = {}) {
      const content = JSON.parse(this.input.value || 'null');
      const text = content ? content.blocks.map((block) => block.text).join(' ').trim() : '';
      return text.length > maxLength ? `${text.slice(0, maxLength - 1)}…` : text;
    }
    focus() { (this.input.kimPlain?.area || this.input.draftailEditor).focus(); }
  }

  class TouchRichTextArea extends window.draftail.DraftailRichTextArea {
    render(container, name, id, state, capabilities, options = {}) {
      if (!isTouch || typeof state !== 'string') return super.render(container, name, id, state, capabilities, options);
      const input = Object.assign(document.createElement('input'), { type: 'hidden', name, id, value: state });
      Object.entries(options.attributes || {}).forEach(([key, value]) => input.setAttribute(key, value));
      container.append(input);
      if (mount(input, this.options)) return new BoundText(input);
      input.remove();
      return super.render(container, name, id, state, capabilities, options);
    }
  }
  window.telepath.register('kim.widgets.TouchRichTextArea', TouchRichTextArea);
})();
