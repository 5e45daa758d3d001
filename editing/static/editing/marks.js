/* Plain text with a few marks, and the editor's own form of rich text (Draft.js' raw content), in both directions. The
   marks are those of `kim_sites.services.plain_text`: `# ` and `## `, `- ` and `1. `, `**bold**`, `_italic_`,
   `[words](address)`, bare addresses, and `\` before a sign that is none. A numbered line is an item only where its
   number is the next one, counted from 1. */
(() => {
  'use strict';
  const URL = String.raw`https?:\/\/[^\s<>\\"\[\]]*[^\s<>\\"\[\].,;:!?)'*_]`;
  const MARK = new RegExp(
    [
      String.raw`\\(?<sign>[!-\/:-@\[-\`{-~])`,
      String.raw`\*\*(?<bold>(?:\\.|[^\\*])+)\*\*`,
      String.raw`(?<!\w)_(?<italic>(?:\\.|[^\\_]|(?<=\w)_(?=\w))+)_(?!\w)`,
      String.raw`\[(?<label>(?:\\.|[^\\\]\[])+)\]\((?<address>[^()\s<>"]+)\)`,
      `(?<url>${URL})`,
    ].join('|'),
    'g',
  );
  const STYLES = { bold: 'BOLD', italic: 'ITALIC' };
  const TYPES = { '# ': 'header-two', '## ': 'header-three' };
  const BULLET = 'unordered-list-item';
  const NUMBER = 'ordered-list-item';
  const INSIDE = { halaman: 'LINK', dokumen: 'DOCUMENT' };
  const newKey = () => Math.random().toString(36).slice(2, 7).padEnd(5, '0');

  /* One link as the editor keeps it; undefined for an address that is none. */
  function entityOf(address) {
    const inside = /^(halaman|dokumen):(\d+)$/.exec(address);
    if (inside) return { type: INSIDE[inside[1]], mutability: 'MUTABLE', data: { id: Number(inside[2]) } };
    if (!/^(https?:\/\/|mailto:|tel:)/.test(address)) return undefined;
    return { type: 'LINK', mutability: 'MUTABLE', data: { url: address } };
  }

  function readInline(text, out, entities) {
    let end = 0;
    for (const found of text.matchAll(MARK)) {
      out.text += text.slice(end, found.index);
      const start = out.text.length;
      const { sign, label, address, url } = found.groups;
      const style = ['bold', 'italic'].find((name) => found.groups[name] !== undefined);
      const entity = entityOf(address || url || '');
      if (sign !== undefined) out.text += sign;
      else if (style) {
        readInline(found.groups[style], out, entities);
        out.inlineStyleRanges.push({ offset: start, length: out.text.length - start, style: STYLES[style] });
      } else if (entity) {
        if (url) out.text += url;
        else readInline(label, out, entities);
        out.entityRanges.push({ offset: start, length: out.text.length - start, key: entities.push(entity) - 1 });
      } else out.text += found[0];
      end = found.index + found[0].length;
    }
    out.text += text.slice(end);
  }

  /* The sign of a numbered item, with `counted` items right before; undefined where the number is not the next one. */
  const itemSign = (line, counted) => {
    const found = /^([1-9][0-9]{0,2})[.)] /.exec(line);
    return found && Number(found[1]) === counted + 1 ? found[0] : undefined;
  };

  function readLine(line, counted) {
    const head = Object.keys(TYPES).find((mark) => line.startsWith(mark));
    if (head) return [TYPES[head], line.slice(head.length).trim()];
    if (/^[-•] /.test(line)) return [BULLET, line.slice(2).trim()];
    const sign = itemSign(line, counted);
    if (sign) return [NUMBER, line.slice(sign.length).trim()];
    return ['unstyled', line];
  }

  /* What a button left behind where nothing was typed: a mark alone on its line, and bold without words. */
  const LONELY = /^(#{1,2}|[-•])$/;
  const EMPTY_BOLD = /(?<![\\*\w])\*{4}(?![*\w])/g;

  /* The raw content for a plain text. */
  function toContent(plain) {
    const parts = [];
    let isNew = true;
    let counted = 0;
    for (const each of plain.replace(EMPTY_BOLD, '').replace(/\r\n?/g, '\n').split('\n')) {
      const line = each.trim().replace(LONELY, '');
      if (line) {
        const [type, text] = readLine(line, counted);
        const last = parts[parts.length - 1];
        if (!isNew && type === 'unstyled' && last && last.type === 'unstyled') last.text += `\n${text}`;
        else parts.push({ type, text });
        counted = type === NUMBER ? counted + 1 : 0;
      }
      isNew = !line;
    }
    const entities = [];
    const blocks = (parts.length ? parts : [{ type: 'unstyled', text: '' }]).map(({ type, text }) => {
      const block = { key: newKey(), text: '', type, depth: 0, inlineStyleRanges: [], entityRanges: [], data: {} };
      readInline(text, block, entities);
      return block;
    });
    return { blocks, entityMap: Object.fromEntries(entities.entries()) };
  }

  const escapeSigns = (text) =>
    text.replace(/[\\*[\]]|(?<!\w)_|_(?!\w)/g, '\\$&').replace(/(?<=http)(s?):(?=\/\/)/g, '$1\\:');

  const guard = (line, counted) => {
    const sign = itemSign(line, counted);
    if (sign) return line.replace(/[.)]/, '\\$&');
    return line.replace(/^(#{1,2}|[-•])( |$)/, (start) => start.replace(/[#\-•]/, '\\$&'));
  };

  /* The runs of a block between two places, cut wherever `value` changes. */
  function runs(start, end, value) {
    const found = [];
    for (let place = start; place < end; place += 1) {
      const last = found[found.length - 1];
      if (last && last.value === value(place)) last.end = place + 1;
      else found.push({ start: place, end: place + 1, value: value(place) });
    }
    return found;
  }

  function writeInline(block, entityMap) {
    const has = (ranges, place, test) => ranges.find((range) => place >= range.offset && place < range.offset + range.length && test(range));
    const styled = (style) => (place) => Boolean(has(block.inlineStyleRanges, place, (range) => range.style === style));
    const entityAt = (place) => has(block.entityRanges, place, () => true);
    const wrap = (text, mark, is) => (is ? `${mark}${text}${mark}` : text);
    const write = (start, end) =>
      runs(start, end, styled('BOLD')).map((bold) =>
        wrap(runs(bold.start, bold.end, styled('ITALIC')).map((italic) => wrap(escapeSigns(block.text.slice(italic.start, italic.end)), '_', italic.value)).join(''), '**', bold.value),
      ).join('');
    return runs(0, block.text.length, entityAt).map(({ start, end, value }) => {
      if (!value) return write(start, end);
      const { type, data } = entityMap[value.key];
      const words = block.text.slice(start, end);
      if (data.id) return `[${write(start, end)}](${type === 'DOCUMENT' ? 'dokumen' : 'halaman'}:${data.id})`;
      return data.url === words && new RegExp(`^${URL}$`).test(words) ? words : `[${write(start, end)}](${data.url})`;
    }).join('');
  }

  const PREFIX = { 'header-two': () => '# ', 'header-three': () => '## ', [BULLET]: () => '- ', [NUMBER]: (place) => `${place}. ` };

  function write(content) {
    let number = 0;
    let before = '';
    return content.blocks.filter((block) => block.text.trim()).map((block) => {
      const counted = number;
      number = block.type === NUMBER ? number + 1 : 0;
      const text = writeInline(block, content.entityMap);
      const line = PREFIX[block.type] ? PREFIX[block.type](number) + text : text.split('\n').map((each, place) => guard(each, place ? 0 : counted)).join('\n');
      const gap = !before ? '' : before === block.type && PREFIX[block.type] && block.type.endsWith('item') ? '\n' : '\n\n';
      before = block.type;
      return gap + line;
    }).join('');
  }

  /* What counts in a content: the rest is keys and empty paragraphs. */
  function bare(content) {
    const order = (one, two) => one.offset - two.offset || one.length - two.length || String(one.style).localeCompare(two.style);
    const link = ({ key, ...range }) => {
      const { type, data } = content.entityMap[key];
      return { ...range, type, target: data.id || data.url };
    };
    return JSON.stringify(content.blocks.filter((block) => block.text.trim()).map((block) => [
      block.text.trim(), block.type, block.depth,
      [...block.inlineStyleRanges].sort(order), block.entityRanges.map(link).sort(order),
    ]));
  }

  /* The plain text of a raw content; null if something in it has no mark and would be lost. */
  function toPlain(content) {
    if (!content) return '';
    try {
      const plain = write(content);
      return bare(toContent(plain)) === bare(content) ? plain : null;
    } catch {
      return null;
    }
  }

  window.kimMarks = { toContent, toPlain };
})();
