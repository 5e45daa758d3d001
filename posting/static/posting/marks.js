/* The buttons above the text: they put marks around what is chosen, or take them away again. */
(function (root) {
  "use strict";
  const kirim = root.kirim;
  const SIGN = /^(?:#{1,2} |[-•] |\d{1,3}[.)] )/;
  const LINE = /^(\s*(?:#{1,2} |[-•] |\d{1,3}[.)] )?\s*)(.*?)(\s*)$/;
  const BOLD = /^\*\*(.+)\*\*$/;

  /* Marks must open and close in one line: each gets its own pair, inside the sign of a heading or an item. */
  function bold(chosen) {
    const lines = chosen.split("\n").map((line) => LINE.exec(line));
    const isBold = lines.every((part) => !part[2] || BOLD.test(part[2]));
    return lines.map((part) => {
      if (!part[2]) return part[0];
      return part[1] + (isBold ? part[2].replace(BOLD, "$1") : `**${part[2].replace(/\*\*/g, "")}**`) + part[3];
    }).join("\n");
  }

  /* Every line with the sign, or without it if all of them have it. Empty lines between others stay empty. */
  function signed(text, sign) {
    const lines = text.split("\n");
    const full = lines.filter((line) => line.trim());
    if (!full.length) return sign + text;
    const isSigned = full.every((line) => line.startsWith(sign));
    return lines.map((line) => {
      if (!line.trim()) return line;
      return isSigned ? line.slice(sign.length) : sign + line.replace(SIGN, "");
    }).join("\n");
  }

  /* An address as people write it; empty if it is none. */
  function address(text) {
    let whole = text.trim().replace(/^https?:\/\/(?=https?:\/\/)/i, "");
    if (/^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(whole)) whole = `mailto:${whole}`;
    else if (!/^[a-z]+:/i.test(whole) || /^[\w.-]+:\d/.test(whole)) whole = `https://${whole}`;
    if (/^(mailto|tel):[^\s()<>"]+$/i.test(whole)) return whole;
    return /^https?:\/\/[^\s()<>"/.]+(\.[^\s()<>"/.]+)+([/?#:][^\s()<>"]*)?$/i.test(whole) ? whole : "";
  }

  const text = document.querySelector("[data-write]").elements.text;
  const { words } = kirim.config;

  function put(from, to, written, start, end) {
    text.focus();
    text.setRangeText(written, from, to);
    text.setSelectionRange(start, end === undefined ? start : end);
    text.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function link(from, to, chosen) {
    const typed = prompt(words.linkAddress, "https://");
    if (!typed || typed.trim() === "https://") return text.focus();
    const found = address(typed);
    if (!found) {
      alert(words.linkWrong);
      return text.focus();
    }
    const label = (chosen || prompt(words.linkWords, "") || "").replace(/[[\]\\]/g, "").replace(/\s+/g, " ").trim();
    const written = label ? `[${label}](${found})` : found;
    return put(from, to, written, from + written.length);
  }

  function mark(kind) {
    const from = text.selectionStart;
    const to = text.selectionEnd;
    const chosen = text.value.slice(from, to);
    if (kind === "link") return link(from, to, chosen);
    if (kind === "bold" && !chosen) return put(from, to, "****", from + 2);
    if (kind === "bold") {
      const written = bold(chosen);
      return put(from, to, written, from, from + written.length); // still chosen: a second tap takes it back
    }
    const begin = from ? text.value.lastIndexOf("\n", from - 1) + 1 : 0;
    const break_ = text.value.indexOf("\n", to);
    const end = break_ < 0 ? text.value.length : break_;
    const written = signed(text.value.slice(begin, end), kind === "heading" ? "# " : "- ");
    return put(begin, end, written, begin + written.length);
  }

  document.querySelectorAll("[data-mark]").forEach((button) => {
    button.addEventListener("click", () => mark(button.dataset.mark));
  });
})(self);
