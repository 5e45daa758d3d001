/* The fields of the form: reading and filling them, how many letters fit, and what is wrong with them. */
(function (root) {
  "use strict";
  const kirim = (root.kirim = root.kirim || {});
  const LEFT_OUT = ["csrfmiddlewaretoken", "photo", "photos", "alt", "jenis", "key"];
  const form = document.querySelector("[data-write]");
  const words = kirim.config.words;
  const NO_WORDS = ["file", "submit", "button", "reset"];

  /* As the server counts: without space around, a new line as one letter, a picture of a face too. */
  kirim.letters = (text) => Array.from(text.trim().replace(/\r\n?/g, "\n")).length;

  /* Browsers cut a pasted text at `maxlength` without a word; here it stays whole, and what is too long is said. */
  kirim.unlimit = function (field) {
    if (!(field.maxLength > 0)) return;
    field.dataset.most = field.maxLength;
    field.removeAttribute("maxlength");
  };

  kirim.tooLong = function (field) {
    const most = Number(field.dataset.most);
    const count = most ? kirim.letters(field.value) : 0;
    const shown = (number) => number.toLocaleString(document.documentElement.lang);
    return count > most ? kirim.say(words.tooLong, { count: shown(count), most: shown(most) }) : "";
  };

  kirim.hasOption = (field, value) => Array.from(field.options).some((option) => option.value === value);

  function valueAtFirst(field) {
    if (field.tagName !== "SELECT") return field.defaultValue;
    const option = Array.from(field.options).find((each) => each.defaultSelected) || field.options[0];
    return option ? option.value : "";
  }

  const isSign = (letter) => letter.toLowerCase() !== letter.toUpperCase() || /\d/.test(letter);
  const signs = (words) => Array.from(words).filter(isSign).length;

  /* Whether a full stop after a word belongs to the word: an abbreviation, an initial, "S.Pd", the number of an item. */
  function isShortened(word, isFirst) {
    const bare = word.replace(/^["'“‘«([{*_]+/, "");
    return Array.from(bare).length === 1 || kirim.config.words.abbreviations.indexOf(bare.toLowerCase()) >= 0
      || /^[^\d\s.]{1,4}(\.[^\d\s.]{1,4})+$/.test(bare) || (isFirst && /^\d+$/.test(bare));
  }

  function sentence(line) {
    const stop = /[.!?…]+(?=\s|$)/g;
    for (let found = stop.exec(line); found; found = stop.exec(line)) {
      const before = line.slice(0, found.index);
      const words = before.split(/\s+/);
      const isEnd = /[!?]/.test(found[0]) || (found[0] === "." && !isShortened(words[words.length - 1], words.length === 1));
      if (isEnd && signs(before)) return before + found[0].replace(/[.…]/g, "");
    }
    return line;
  }

  /* The title: the first sentence that says something, as the server makes it. */
  kirim.suggest = function () {
    const titles = form.elements.text.value.split("\n").map((line) => {
      const bare = line.trim().replace(/^(#{1,2} |[-•] |1[.)] )/, "").replace(/\*\*|\\/g, "").replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").trim();
      return sentence(bare).trim();
    });
    const first = titles.find((title) => signs(title) > 1 && !isShortened(title.replace(/\.+$/, ""), false)) || "";
    form.elements.title.placeholder = kirim.cut(first, 80);
  };

  const own = () => Array.from(form.elements).filter((field) => field.name && LEFT_OUT.indexOf(field.name) < 0
    && NO_WORDS.indexOf(field.type) < 0 && !field.matches(":disabled"));

  function collect(isTicked, valueOf) {
    const fields = {};
    own().forEach((field) => {
      const ticks = field.type === "radio" || field.type === "checkbox";
      if (!ticks || isTicked(field)) fields[field.name] = ticks ? field.value : valueOf(field);
    });
    return fields;
  }

  /* What stands there now, and what an empty form has. */
  const read = () => collect((field) => field.checked, (field) => field.value);
  const blank = () => collect((field) => field.defaultChecked, valueAtFirst);
  const differs = () => JSON.stringify(read()) !== JSON.stringify(blank());

  function fill(fields) {
    own().forEach((field) => {
      const value = fields[field.name];
      if (field.type === "hidden") return; // the only KIM of a person, which may be another one by now
      if (field.type === "radio") field.checked = value === field.value;
      else if (field.type === "checkbox") field.checked = field.name in fields;
      else if (field.name in fields && (field.tagName !== "SELECT" || kirim.hasOption(field, value))) field.value = value;
    });
  }

  const fieldOf = (name) => form.elements[name === "photos" ? "photo" : name];

  function placeOf(name) {
    return Array.from(document.querySelectorAll("[data-error]")).find((place) => {
      const part = place.closest("[data-kind]");
      return place.dataset.error === name && (!part || !part.hidden);
    });
  }

  function write(place, text) {
    place.textContent = text;
    place.hidden = !text;
    const field = place.dataset.error && fieldOf(place.dataset.error);
    if (field && field.setAttribute) field.setAttribute("aria-invalid", text ? "true" : "false");
    return field && field.focus && field.type !== "hidden" ? field : place;
  }

  /* Each sentence at its field; those about a field that is not on the screen above all of them. */
  function wrong(errors) {
    const lost = Object.keys(errors).filter((name) => name && errors[name] && !placeOf(name)).map((name) => errors[name]);
    const all = Object.assign({}, errors, { "": lost.concat(errors[""] || []).join(" ") });
    let first = null;
    document.querySelectorAll("[data-error]").forEach((place) => {
      const text = (placeOf(place.dataset.error) === place && all[place.dataset.error]) || "";
      const target = write(place, text);
      if (text && !first) first = target;
    });
    if (!first) return;
    first.focus();
    first.scrollIntoView({ block: "center" });
  }

  function tooLong() {
    const errors = {};
    own().forEach((field) => {
      const text = kirim.tooLong(field);
      if (text) errors[field.name] = text;
    });
    return errors;
  }

  /* While somebody types or pastes: no jump to the field, they are there. */
  form.addEventListener("input", (event) => {
    const place = event.target.name && placeOf(event.target.name);
    if (!place) return;
    const text = kirim.tooLong(event.target);
    if (text || place.dataset.isLong) write(place, text);
    place.dataset.isLong = text && "1";
  });
  Array.from(form.elements).forEach(kirim.unlimit);

  kirim.fields = { read, blank, differs, fill, wrong, tooLong };
})(self);
