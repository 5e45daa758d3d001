/* Above a form that is opened anew: what was typed into such forms before and never sent, each with what can be done. */
(() => {
  'use strict';
  const { words, clock, day, say, found, drop, send } = window.kimCopies;
  const make = (tag, more) => Object.assign(document.createElement(tag), more);

  /* The version of the page from which a copy began, and the one that this form shows; none for a page that is new. */
  const began = (copy) => copy.values.find(([name]) => name === 'loaded_revision_id')?.[1];
  const shown = (form) => form.elements.loaded_revision_id?.value;

  /* A plain form with everything that was kept, saved as a draft: what the page would have sent then. The version comes
     along, so the server asks before it replaces a newer one; a copy that knows none began from an unknown version. */
  function bring(form, copy) {
    const sent = make('form', { method: 'post', action: location.href, hidden: true });
    const sure = [['csrfmiddlewaretoken', form.elements.csrfmiddlewaretoken.value]];
    if (shown(form) && !began(copy)) sure.push(['loaded_revision_id', '0']);
    for (const [name, value] of [...sure, ...copy.values]) sent.append(make('textarea', { name, value }));
    send(copy.key);
    document.body.append(sent);
    sent.submit();
  }

  function button(textContent, className, describedBy, work) {
    const made = make('button', { type: 'button', className, textContent });
    made.setAttribute('aria-describedby', describedBy);
    made.addEventListener('click', work);
    return made;
  }

  function offer(form, copy, place) {
    const box = make('div', { className: 'kim-kept' });
    box.setAttribute('role', 'status');
    const id = `kim-kept-${place}`;
    const sentence = say(words.found, { day: day(copy.at), time: clock(copy.at), title: copy.title || words.untitled });
    const textContent = began(copy) === shown(form) ? sentence : `${sentence} ${words.newer}`;
    const throwAway = () => { drop(copy.key); box.remove(); };
    box.append(
      make('p', { id, textContent }),
      button(words.bring, 'button button-small', id, () => bring(form, copy)),
      button(words.drop, 'button button-small button-secondary', id, throwAway),
    );
    return box;
  }

  document.addEventListener('DOMContentLoaded', () => {
    const form = document.querySelector('form[data-edit-form]');
    // A form that came back holds what was typed: no other words lie in the way then.
    if (!form || !form.elements.csrfmiddlewaretoken || form.dataset.kimCopy) return;
    form.prepend(...found().map((copy, place) => offer(form, copy, place)));
  });
})();
