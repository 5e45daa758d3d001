// Extras for applicants: search while typing, a check of the address, more rows, smaller photos. All works without them.
const pause = (work, time) => {
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...values), time);
  };
};
const make = (name, className, text) => {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
};

document.querySelector("[data-focus]")?.focus();

// The village: a list below the field, each line a button.
const search = document.querySelector("[data-search]");
const results = document.querySelector("[data-results]");
if (search && results) {
  const list = results.querySelector("[data-list]");
  const status = results.querySelector("[data-status]");
  let asked = 0;

  const line = (place) => {
    const free = !place.kim && !place.spokenFor;
    const box = make(free ? "button" : "div", free ? "place" : "place taken");
    box.append(make("strong", "", place.name), " ", make("span", "kind", place.kind), make("span", "line", place.line));
    if (free) {
      box.name = "region";
      box.value = place.code;
    } else {
      const note = make("p", "", place.kim ? `${results.dataset.kim} ` : results.dataset.spoken);
      if (place.kim?.url) {
        const link = make("a", "", place.kim.name);
        link.href = place.kim.url;
        note.append(link);
      } else if (place.kim) note.append(place.kim.name);
      box.append(note);
    }
    const item = make("li");
    item.append(box);
    return item;
  };

  const look = async () => {
    const text = search.value.trim();
    const number = ++asked;
    results.elements.q.value = text;
    if (text.length < 3) {
      list.replaceChildren();
      status.textContent = "";
      return;
    }
    try {
      const answer = await fetch(`${search.dataset.search}?q=${encodeURIComponent(text)}`);
      const { places, problem } = await answer.json();
      if (number !== asked) return;
      list.replaceChildren(...places.map(line));
      status.textContent = problem || (places.length ? results.dataset.count.replace("{n}", places.length) : results.dataset.none);
    } catch {
      if (number === asked) status.textContent = results.dataset.failed;
    }
  };
  search.addEventListener("input", pause(look, 250));
}

// The wished address, while it is typed.
const label = document.querySelector("[data-check]");
if (label) {
  const live = document.querySelector("[data-live]");
  let asked = 0;
  const check = async () => {
    const number = ++asked;
    if (!label.value.trim()) {
      live.textContent = "";
      return;
    }
    try {
      const answer = await fetch(`${label.dataset.check}?label=${encodeURIComponent(label.value)}`);
      const { problem, good } = await answer.json();
      if (number !== asked) return;
      live.textContent = problem || good;
      live.classList.toggle("good", !problem);
    } catch {
      live.textContent = "";
    }
  };
  label.addEventListener("input", pause(check, 350));
  if (!label.hasAttribute("aria-invalid")) check();
}

// One more member, without asking the server.
const add = document.querySelector("[data-add]");
if (add) {
  const members = document.querySelector("[data-members]");
  add.addEventListener("click", (event) => {
    event.preventDefault();
    const row = members.lastElementChild.cloneNode(true);
    const number = members.children.length + 1;
    const [name, input] = [row.querySelector("label"), row.querySelector("input")];
    input.id = name.htmlFor = `anggota-${number}`;
    name.textContent = add.dataset.label.replace("{n}", number);
    input.value = "";
    members.append(row);
    input.focus();
  });
}

// A photo is made as small as the office needs it before it goes over a weak line.
const scan = document.querySelector("[data-shrink]");
if (scan) {
  const status = document.querySelector("[data-scan-status]");
  const longest = 2400;
  const size = (bytes) => (bytes > 1e6 ? `${(bytes / 1048576).toFixed(1).replace(".", ",")} MB` : `${Math.ceil(bytes / 1024)} KB`);
  const shrink = async (file) => {
    if (!/^image\/(jpeg|png)$/.test(file.type) || file.size < 1_000_000) return file;
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
    const canvas = make("canvas");
    [canvas.width, canvas.height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
    const paper = canvas.getContext("2d");
    paper.fillStyle = "white";
    paper.fillRect(0, 0, canvas.width, canvas.height);
    paper.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
    return blob && blob.size < file.size ? new File([blob], "sk.jpg", { type: "image/jpeg" }) : file;
  };
  scan.addEventListener("change", async () => {
    const [file] = scan.files;
    status.textContent = "";
    if (!file) return;
    let small = file;
    try {
      small = await shrink(file);
      if (small !== file) {
        const carrier = new DataTransfer();
        carrier.items.add(small);
        scan.files = carrier.files;
      }
    } catch {
      // A broken picture: the server says so.
    }
    const words = small.size > 10 * 1048576 ? scan.dataset.large : scan.dataset.ready;
    status.textContent = words.replace("{size}", size(small.size));
  });
}

// A second tap while it is being sent does nothing.
for (const form of document.querySelectorAll("form.apply-form")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "1";
    const button = event.submitter;
    if (!button?.dataset.busy) return;
    button.dataset.words = button.textContent;
    button.textContent = button.dataset.busy;
  });
}
// Back from the next page: what was typed still stands there, and can be sent again.
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  for (const button of document.querySelectorAll("[data-words]")) button.textContent = button.dataset.words;
});
