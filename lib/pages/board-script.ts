/**
 * The board's own program, allowed by its hash; text because it runs in the reader's browser. A card that is dropped on a column fills in the form that everybody
 * else fills in by hand: forward moves are sent, those that want a reason wait for it. Without it the forms do all there is to do.
 */
export const boardScript = `
(() => {
  'use strict';
  const all = (selector) => [...document.querySelectorAll(selector)];
  const columns = all('[data-stage]');
  const order = columns.map((column) => column.dataset.stage);
  let dragged = null;
  const clear = () => columns.forEach((column) => column.classList.remove('over'));
  all('[data-card]').forEach((card) => {
    card.draggable = true;
    card.addEventListener('dragstart', (event) => {
      dragged = card;
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', card.id);
    });
    card.addEventListener('dragend', () => { dragged = null; clear(); });
  });
  columns.forEach((column) => {
    column.addEventListener('dragover', (event) => {
      if (!dragged || dragged.closest('[data-stage]') === column) return;
      event.preventDefault();
      clear();
      column.classList.add('over');
    });
    column.addEventListener('drop', (event) => {
      if (!dragged) return;
      event.preventDefault();
      const card = dragged;
      const from = order.indexOf(card.closest('[data-stage]').dataset.stage);
      const to = order.indexOf(column.dataset.stage);
      clear();
      const select = card.querySelector('select');
      select.value = column.dataset.stage;
      if (select.value !== column.dataset.stage) return;
      const stage = column.dataset.stage;
      const passed = columns.slice(from + 1, to).some((one) => one.dataset.optional !== 'yes');
      const next = stage === 'withdrawn' || stage !== 'rejected' && to > from && !passed;
      if (next) { card.querySelector('form').requestSubmit(); return; }
      card.querySelector('details').open = true;
      const reason = card.querySelector('textarea');
      reason.required = true;
      reason.focus();
      document.getElementById('said').textContent = card.querySelector('.hint').textContent;
    });
  });
  // One reason for all cards: a rejection is never sent without.
  document.addEventListener('change', (event) => {
    if (!event.target.matches('[data-card] select')) return;
    event.target.form.elements.reason.required = event.target.value === 'rejected';
  });
  all('[data-card] select').forEach((select) => { select.form.elements.reason.required = select.value === 'rejected'; });
})();
`;
