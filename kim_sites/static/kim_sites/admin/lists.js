// On a phone a wide list becomes one card for each row (lists.css). Each value then needs the name of its column beside
// it, and the roles of a table, which browsers forget once it is no longer drawn as one.
(() => {
  // Lists of pages keep their two columns; in dialogs rows are for choosing.
  const LEFT_ALONE = ".chooser, :has([data-listing-page-title])";
  const role = (parts, name) => {
    for (const part of parts) if (!part.hasAttribute("role")) part.setAttribute("role", name);
  };

  const nameCells = (row, names) => {
    const cells = [...row.cells];
    if (cells.some((cell) => cell.colSpan > 1)) return;
    // A last cell without a head holds buttons.
    cells.forEach((cell, index) => {
      cell.dataset.column = names[index] || "";
      // A tick and a picture are something too.
      cell.toggleAttribute("data-empty", !cell.textContent.trim() && !cell.querySelector("input, select, svg, img"));
    });
  };

  const prepare = (table) => {
    const head = table.tHead?.rows[0];
    if (!head || table.matches(LEFT_ALONE)) return;
    const names = [...head.cells].map((cell) => cell.textContent.trim().replace(/\s+/g, " "));
    table.classList.add("kim-cards");
    role([table], "table");
    role([table.tHead, ...table.tBodies, table.tFoot].filter(Boolean), "rowgroup");
    role(table.rows, "row");
    role(head.cells, "columnheader");
    for (const row of table.rows) {
      if (row === head) continue;
      nameCells(row, names);
      for (const cell of row.cells) role([cell], cell.tagName === "TH" ? "rowheader" : "cell");
    }
  };

  // Searching, paging and "add another" bring rows later.
  const look = (part) => {
    if (part.nodeType !== Node.ELEMENT_NODE) return;
    const around = part.closest("table.listing");
    for (const table of around ? [around] : part.querySelectorAll("table.listing")) prepare(table);
  };
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const part of addedNodes) look(part);
  }).observe(document.documentElement, { childList: true, subtree: true });
  look(document.documentElement);
})();
