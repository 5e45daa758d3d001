/* The photos of the form: their list, their order, and what was wrong with one of them. */
(function (root) {
  "use strict";
  const kirim = (root.kirim = root.kirim || {});
  const { words, most } = kirim.config;
  const desk = (kirim.desk = {}); // what is being written; the form fills it in
  const list = document.querySelector("[data-photos]");
  let busy = 0;
  let isSound = true;
  let chain = Promise.resolve();

  /* One sentence about what it shows. */
  function describe(item, photo, number) {
    const label = item.querySelector("label");
    const field = item.querySelector("input");
    const error = item.querySelector(".wrong");
    field.id = `alt-${number}`;
    error.id = `alt-${number}-error`;
    label.htmlFor = field.id;
    label.textContent = kirim.say(words.describe, { number });
    field.setAttribute("aria-describedby", error.id);
    field.value = photo.alt;
    kirim.unlimit(field);
    const say = () => {
      const refused = photo.error === "gone" ? words.photoGone : photo.error;
      error.textContent = (refused && `${photo.name}: ${refused}`) || kirim.tooLong(field);
      error.hidden = !error.textContent;
    };
    field.addEventListener("input", () => { photo.alt = field.value; say(); desk.touch(); });
    say();
  }

  function row(photo, place) {
    const number = place + 1;
    const item = document.getElementById("photo-row").content.cloneNode(true).querySelector("li");
    item.classList.toggle("refused", Boolean(photo.error));
    kirim.picture(item.querySelector("img"), photo);
    describe(item, photo, number);
    const first = item.querySelector(".first");
    first.hidden = !place;
    first.setAttribute("aria-label", kirim.say(words.makeFirst, { number }));
    first.addEventListener("click", () => {
      desk.draft.photos.unshift(desk.draft.photos.splice(place, 1)[0]);
      changed(null, words.isFirst);
    });
    const remove = item.querySelector(".remove");
    remove.setAttribute("aria-label", kirim.say(words.remove, { number }));
    remove.addEventListener("click", () => {
      desk.draft.photos.splice(place, 1);
      changed(document.querySelector("[data-write]").elements.photo, "");
    });
    return item;
  }

  function changed(target, text) {
    draw();
    (target || list.firstChild).focus();
    desk.show(text);
    desk.touch(true);
  }

  function draw() {
    list.querySelectorAll("img").forEach((image) => URL.revokeObjectURL(image.src));
    list.textContent = "";
    desk.draft.photos.forEach((photo, place) => list.appendChild(row(photo, place)));
  }

  async function addOne(file) {
    desk.show(words.shrinking);
    try {
      const blob = await kirim.shrink(file);
      const name = blob === file ? file.name : file.name.replace(/\.\w+$/, "") + ".jpg";
      desk.draft.photos.push({ key: kirim.newKey(), blob, name, alt: "", sent: false });
    } catch (error) {
      return kirim.say(words.unreadable, { name: file.name });
    }
    const last = desk.draft.photos.length - 1;
    list.appendChild(row(desk.draft.photos[last], last)); // the others stay: somebody may be typing there
    desk.touch(true);
    return "";
  }

  async function addAll(files) {
    const troubles = [];
    kirim.fields.wrong({});
    for (const file of files) {
      const isFull = desk.draft.photos.length >= most;
      const trouble = isFull ? kirim.say(words.tooMany, { number: most }) : await addOne(file);
      if (trouble) troubles.push(trouble);
      if (isFull) break;
    }
    desk.show("");
    isSound = isSound && !troubles.length;
    if (troubles.length) kirim.fields.wrong({ photos: troubles.join(" ") });
  }

  kirim.gallery = {
    draw,
    isBusy: () => busy > 0,
    /* One choice after the other, in the order in which they were made. */
    add(files) {
      if (!busy) isSound = true;
      busy += 1;
      chain = chain.then(() => addAll(files)).catch(() => {}).then(() => { busy -= 1; });
      return chain;
    },
    /* Answers once all are there, and with whether all of them could be read. */
    async settled() {
      if (!busy) return true;
      while (busy) await chain;
      return isSound;
    },
    /* The first sentence that is too long, if there is one. */
    tooLong: () => Array.from(list.querySelectorAll("input")).find((field) => kirim.tooLong(field)),
  };
})(self);
