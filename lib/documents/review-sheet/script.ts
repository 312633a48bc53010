/**
 * The sheet's own program, in the page and allowed by its hash. It stands here as text because it runs in the reader's browser, not in Node: shows where a value
 * stands, keeps count of corrections, and puts them into the shape that `TalentPool.candidates.rectify` takes. It writes text only, never markup.
 */
export const script = `
(() => {
  'use strict';
  const $ = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const { words, lists, about } = JSON.parse($('#sheet-data').textContent);
  const status = $('#status');
  const say = (text) => { status.textContent = text; };
  const form = $('#send');

  // Where a value stands.
  const show = (link, fromMark) => {
    all('.lit').forEach((one) => one.classList.remove('lit'));
    const row = link.closest('dd');
    row.classList.add('lit');
    const marks = all('[data-row="' + row.id + '"]');
    const [from, to] = (link.dataset.lines || '0-0').split('-').map(Number);
    const lines = all('[id^="l"]').filter((one) => { const n = Number(one.id.slice(1)); return n >= from && n <= to; });
    [...marks, ...lines].forEach((one) => one.classList.add('lit'));
    const target = marks[0] || lines[0];
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
    if (!marks[0] && target) { const closed = target.closest('details'); if (closed) closed.open = true; }
    if (fromMark) row.scrollIntoView({ block: 'center', behavior: calm });
    else if (target) target.scrollIntoView({ block: 'center', behavior: calm });
    say(words.shown.replace('{where}', link.dataset.where));
  };
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a.value');
    if (link) { event.preventDefault(); show(link, false); return; }
    const mark = event.target.closest('a[data-mark]');
    if (!mark) return;
    event.preventDefault();
    const value = $('a.value', document.getElementById(mark.dataset.mark));
    if (value) { show(value, true); value.focus({ preventScroll: true }); }
  });

  // Corrections.
  const inputs = all('[data-path]');
  const removals = all('[data-remove]');
  const valueOf = (input) => (input.type === 'checkbox' ? String(input.checked) : input.value.replace(/\\r\\n?/g, '\\n').trim());
  const changed = (input) => valueOf(input) !== input.dataset.was;
  const typed = (input) => {
    if (input.type === 'checkbox') return input.checked;
    const value = valueOf(input);
    return value === '' ? null : value;
  };
  const changes = () => {
    const gone = {};
    removals.filter((box) => box.checked).forEach((box) => {
      const [list, index] = box.dataset.remove.split('.');
      (gone[list] = gone[list] || []).push(Number(index));
    });
    const edits = inputs.filter(changed);
    const whole = Object.keys(gone).map((list) => {
      const entries = structuredClone(lists[list]);
      edits.forEach((input) => {
        const [name, index, field] = input.dataset.path.split('.');
        if (name !== list) return;
        entries[index][field] = typed(input);
        if (entries[index].evidence) delete entries[index].evidence[field];
      });
      return { path: list, value: entries.filter((_, index) => !gone[list].includes(index)) };
    });
    const single = edits
      .filter((input) => !gone[input.dataset.path.split('.')[0]])
      .map((input) => ({ path: input.dataset.path, value: typed(input) }));
    return [...whole, ...single];
  };

  const item = (label, before, after, undo) => {
    const line = document.createElement('li');
    const text = document.createElement('span');
    const strong = document.createElement('strong');
    const old = document.createElement('del');
    const fresh = document.createElement('ins');
    strong.textContent = label;
    old.textContent = before || words.empty;
    fresh.textContent = after || words.empty;
    text.append(strong, ' ', old, ' \\u2192 ', fresh);
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = words.undo;
    button.setAttribute('aria-label', words.undo + ' : ' + label);
    button.addEventListener('click', () => { undo(); refresh(); say(words.undone); $('#corrections-title').focus(); });
    line.append(text, button);
    return line;
  };
  const shown = (input, value) => {
    if (input.type === 'checkbox') return value === 'true' ? '\\u2713' : '';
    if (input.tagName !== 'SELECT') return value;
    const option = [...input.options].find((one) => one.value === value);
    return option ? option.textContent : value;
  };
  const refresh = () => {
    const edits = inputs.filter(changed);
    const boxes = removals.filter((box) => box.checked);
    all('dd.changed').forEach((one) => one.classList.remove('changed'));
    [...edits, ...boxes].forEach((one) => { const row = one.closest('dd'); if (row) row.classList.add('changed'); });
    $('#list').replaceChildren(
      ...boxes.map((box) => item(box.dataset.label, box.dataset.label, words.removed, () => { box.checked = false; })),
      ...edits.map((input) => item(input.dataset.label, shown(input, input.dataset.was), shown(input, valueOf(input)), () => {
        if (input.type === 'checkbox') input.checked = input.dataset.was === 'true';
        else input.value = input.dataset.was;
      })),
    );
    const n = edits.length + boxes.length;
    $('#none').hidden = n > 0;
    return n;
  };
  document.addEventListener('change', (event) => {
    if (!event.target.matches('[data-path],[data-remove]')) return;
    const n = refresh();
    say(n === 0 ? words.none : words.count.replace('{n}', String(n)));
  });
  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-take]');
    if (!button) return;
    const input = inputs.find((one) => one.dataset.path === button.dataset.take);
    input.value = button.dataset.value;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    input.focus();
  });

  // Nothing is sent that is empty, ill formed or anonymous.
  const ready = () => {
    const list = changes();
    if (list.length === 0) { say(words.nothing); return null; }
    const wrong = inputs.filter(changed).find((input) => !input.checkValidity());
    if (wrong) {
      const closed = wrong.closest('details');
      if (closed) closed.open = true;
      wrong.focus();
      say(words.wrong.replace('{label}', wrong.dataset.label));
      return null;
    }
    const person = [form.elements.by, form.elements.reason].find((input) => input.value.trim().length < 2);
    if (person) { person.focus(); say(words.who); return null; }
    return list;
  };
  let unsent = false;
  document.addEventListener('input', () => { unsent = true; });
  addEventListener('beforeunload', (event) => { if (unsent && changes().length > 0) event.preventDefault(); });
  form.addEventListener('submit', (event) => {
    const list = ready();
    if (!list || !form.dataset.address) { event.preventDefault(); return; }
    form.elements.changes.value = JSON.stringify(list);
    unsent = false;
    say(words.sent);
  });
  $('#download').addEventListener('click', () => {
    const list = ready();
    if (!list) return;
    const by = form.elements.by.value.trim();
    const reason = form.elements.reason.value.trim();
    const data = { format: 'vivier-corrections', version: 1, ...about, by, reason, changes: list };
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([JSON.stringify(data, null, 1)], { type: 'application/json' }));
    link.download = 'corrections.json';
    link.click();
    unsent = false;
    say(words.saved);
  });
  document.documentElement.classList.add('live');
})();
`;
