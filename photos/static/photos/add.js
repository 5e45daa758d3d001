/* Several photos, one after the other: each is made smaller, sent with its progress, and can be tried again. */
(() => {
  const form = document.querySelector('[data-photos]');
  const list = document.querySelector('[data-cards]');
  const words = document.querySelector('[data-photo-words]');
  const progress = document.querySelector('[data-progress]');
  const texts = document.getElementById('pho-texts').dataset;
  const title = document.getElementById('pho-title');
  const LAST_TITLE = 'kim-photos-title';
  const waiting = [];
  let isWorking = false;
  let done = 0;
  let total = 0;

  const remembered = () => {
    try {
      return sessionStorage.getItem(LAST_TITLE) || '';
    } catch {
      return '';
    }
  };
  const remember = () => {
    try {
      sessionStorage.setItem(LAST_TITLE, title.value.trim());
    } catch {
      /* a private window: then it is not remembered */
    }
  };

  document.documentElement.classList.add('pho-scripted');
  document.querySelectorAll('.pho-without-script').forEach((part) => part.setAttribute('hidden', ''));
  if (!title.value) title.value = remembered();
  title.addEventListener('change', remember);

  const newCard = (item) => {
    const card = document.getElementById('pho-waiting').content.firstElementChild.cloneNode(true);
    card.querySelector('.pho-name').textContent = item.file.name;
    item.preview = URL.createObjectURL(item.file);
    const picture = card.querySelector('img');
    picture.addEventListener('error', () => picture.remove());
    picture.src = item.preview;
    card.querySelector('[data-retry]').addEventListener('click', () => {
      item.again = true;
      enqueue(item);
    });
    card.querySelector('[data-drop]').addEventListener('click', () => drop(item));
    return card;
  };

  const drop = (item) => {
    item.card.remove();
    item.isOpen = false;
    tell();
  };

  const replace = (item, html) => {
    const holder = document.createElement('template');
    holder.innerHTML = html.trim();
    const card = holder.content.firstElementChild;
    card.querySelectorAll('.pho-with-script').forEach((part) => part.removeAttribute('hidden'));
    card.querySelector('[data-drop]')?.addEventListener('click', () => drop(item));
    card.querySelector('[data-anyway]')?.addEventListener('click', () => {
      const fresh = newCard(item);
      item.card.replaceWith(fresh);
      Object.assign(item, { card: fresh, anyway: true });
      enqueue(item);
    });
    item.card.replaceWith(card);
    item.card = card;
    URL.revokeObjectURL(item.preview);
  };

  const status = (item, text, canRetry, isBad) => {
    item.card.querySelector('.pho-status').textContent = text;
    item.card.classList.toggle('pho-card--refused', Boolean(isBad));
    item.card.querySelector('[data-retry]').hidden = !canRetry;
    item.card.querySelector('[data-drop]').hidden = !isBad;
    item.card.querySelector('.pho-bar').hidden = Boolean(isBad);
  };

  const fail = (item, text, canRetry) => status(item, text, canRetry, true);

  const send = (item, file) =>
    new Promise((resolve) => {
      const body = new FormData();
      body.append('csrfmiddlewaretoken', form.querySelector('input[name=csrfmiddlewaretoken]').value);
      body.append('kim', form.querySelector('[name=kim]').value);
      body.append('title', title.value.trim());
      if (item.again) body.append('again', '1');
      if (item.anyway) body.append('anyway', '1');
      body.append('file', file, file.name);
      const request = new XMLHttpRequest();
      const bar = item.card.querySelector('.pho-bar');
      request.upload.addEventListener('progress', (event) => {
        if (!event.lengthComputable) return;
        bar.value = (100 * event.loaded) / event.total;
        if (event.loaded === event.total) status(item, texts.storing);
      });
      request.addEventListener('loadend', () => resolve(request));
      request.timeout = 5 * 60 * 1000;
      request.open('POST', form.dataset.upload);
      request.send(body);
    });

  const take = (item, request) => {
    let answer = null;
    try {
      answer = JSON.parse(request.responseText);
    } catch {
      /* not ours: a proxy, or the screen that asks to sign in */
    }
    if (!answer) {
      const isSignedOut = request.responseURL.includes('/login/');
      fail(item, isSignedOut ? texts.signedOut : texts.broken, true);
    } else if (answer.state === 'refused') {
      fail(item, answer.message, false);
    } else {
      replace(item, answer.html);
      item.isStored = answer.state === 'stored';
      document.querySelector('[data-room]').textContent = answer.room;
    }
  };

  const open = () => [...list.querySelectorAll('[data-retry]')].filter((button) => !button.hidden).length;

  const tell = () => {
    const stored = list.querySelectorAll('[data-photo]').length;
    document.querySelector('[data-save]').hidden = isWorking || !stored;
    if (isWorking) {
      progress.textContent = progress.dataset.textWorking
        .replace('{number}', Math.min(done + 1, total))
        .replace('{total}', total);
    } else if (open()) {
      progress.textContent = progress.dataset.textSome;
    } else {
      progress.textContent = stored ? progress.dataset.textDone : '';
    }
    words.hidden = !list.children.length;
  };

  const work = async () => {
    if (isWorking) return;
    isWorking = true;
    while (waiting.length) {
      const item = waiting.shift();
      tell();
      status(item, texts.shrinking);
      item.small = item.small || (await window.kimPhotos.shrink(item.file));
      status(item, texts.sending);
      take(item, await send(item, item.small));
      done += 1;
    }
    isWorking = false;
    done = 0;
    total = 0;
    tell();
  };

  const enqueue = (item) => {
    status(item, texts.sending);
    waiting.push(item);
    total += 1;
    work();
  };

  form.querySelectorAll('.pho-file').forEach((input) => {
    input.addEventListener('change', () => {
      remember();
      const items = [...input.files].map((file) => ({ file }));
      input.value = '';
      items.forEach((item) => {
        item.card = newCard(item);
        list.append(item.card);
      });
      words.hidden = false;
      items.forEach(enqueue);
      document.querySelector('[data-cards-title]').scrollIntoView({ block: 'start' });
    });
  });

  window.addEventListener('beforeunload', (event) => {
    if (isWorking) event.preventDefault();
  });
})();
