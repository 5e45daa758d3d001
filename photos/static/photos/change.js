/* Turning a photo and touching the place that matters, at once and without leaving the screen. Each change carries the
   version of the photo that is on the screen: a tap that comes twice is not done twice. */
(() => {
  const token = () => document.querySelector('input[name=csrfmiddlewaretoken]').value;

  const say = (photo, text, isBad) => {
    const place = photo.querySelector('[data-said]');
    place.textContent = text;
    place.classList.toggle('pho-status--bad', Boolean(isBad));
  };

  const show = (photo, state) => {
    photo.dataset.version = state.version;
    photo.querySelectorAll('[data-version-field]').forEach((field) => {
      field.value = state.version;
    });
    const picture = photo.querySelector('.pho-picture');
    if (state.url && picture.getAttribute('src') !== state.url) {
      picture.removeAttribute('srcset');
      picture.src = state.url;
      picture.width = state.width;
      picture.height = state.height;
    }
    const marks = photo.querySelector('[data-marks]');
    if (!marks) return;
    marks.toggleAttribute('hidden', state.x === null);
    if (state.x === null) return;
    marks.querySelectorAll('[data-across]').forEach((line) => {
      line.setAttribute('y1', state.y);
      line.setAttribute('y2', state.y);
    });
    marks.querySelectorAll('[data-down]').forEach((line) => {
      line.setAttribute('x1', state.x);
      line.setAttribute('x2', state.x);
    });
  };

  const change = async (photo, url, values) => {
    if (photo.dataset.busy) return;
    photo.dataset.busy = '1';
    const stage = photo.querySelector('.pho-stage, .pho-frame');
    stage.classList.add('pho-stage--busy');
    const body = new FormData();
    Object.entries({ ...values, version: photo.dataset.version, csrfmiddlewaretoken: token() }).forEach((pair) => {
      body.append(...pair);
    });
    try {
      const answer = await fetch(url, { method: 'POST', body, headers: { Accept: 'application/json' } });
      const state = await answer.json();
      show(photo, state);
      say(photo, state.message, !answer.ok);
    } catch {
      say(photo, photo.querySelector('[data-said]').dataset.broken, true);
    } finally {
      stage.classList.remove('pho-stage--busy');
      delete photo.dataset.busy;
    }
  };

  document.addEventListener('click', (event) => {
    const turn = event.target.closest?.('[data-turn]');
    if (turn) {
      event.preventDefault();
      change(turn.closest('[data-photo]'), turn.dataset.turn, { side: turn.dataset.side });
      return;
    }
    const suggest = event.target.closest?.('[data-suggest]');
    if (suggest) {
      const field = document.getElementById(suggest.dataset.suggest);
      field.value = suggest.textContent.replace(/^[^“]*“|”[^”]*$/g, '');
      field.focus();
      return;
    }
    const stage = event.target.closest?.('[data-focus]');
    if (!stage) return;
    const box = stage.querySelector('.pho-picture').getBoundingClientRect();
    const share = (value, start, size) => Math.min(1, Math.max(0, (value - start) / size)).toFixed(4);
    change(stage.closest('[data-photo]'), stage.dataset.focus, {
      x: share(event.clientX, box.left, box.width),
      y: share(event.clientY, box.top, box.height),
    });
  });

  // Wagtail's field of tags makes an input without a name for those who can't see it.
  const nameTags = () => {
    const label = document.querySelector('label[for=id_tags]');
    const input = document.querySelector('.tagit-new input:not([aria-label])');
    if (label && input) input.setAttribute('aria-label', label.textContent.trim());
  };
  nameTags();
  if (document.querySelector('#id_tags')) {
    new MutationObserver(nameTags).observe(document.body, { childList: true, subtree: true });
  }

  document.querySelectorAll('[data-focus]').forEach((stage) => stage.classList.add('pho-stage--ready'));
  document.querySelectorAll('.pho-with-script').forEach((part) => part.removeAttribute('hidden'));
})();
