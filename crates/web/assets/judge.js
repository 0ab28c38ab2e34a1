// Judging by keys: a key presses the control that names it in data-key. The page works without this script.
'use strict';

const KEPT = 'verbale-judge-keys';
const hint = document.querySelector('.keys');
const wanted = hint.querySelector('input');
hint.hidden = false;
wanted.checked = localStorage.getItem(KEPT) !== 'off';
wanted.addEventListener('change', () => localStorage.setItem(KEPT, wanted.checked ? 'on' : 'off'));

// One key judges one statement, however impatiently it is pressed.
let pressed = false;
addEventListener('pageshow', () => { pressed = false; });

addEventListener('keydown', (event) => {
  const field = event.target.closest('textarea, input:not([type="checkbox"])');
  if (field) {
    if (event.key === 'Escape') field.blur();
    return;
  }
  if (!wanted.checked || pressed || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
  // A keyboard of another script, or one with digits behind Shift, is gone by where its keys are.
  const typed = event.key.toLowerCase();
  const key = /^[a-z0-9]$/.test(typed) ? typed : event.code.replace(/^(Digit|Numpad|Key)/, '').toLowerCase();
  const control = [...document.querySelectorAll('[data-key]')].find((one) => one.dataset.key === key);
  if (!control) return;
  event.preventDefault();
  if (control.matches('textarea')) {
    control.focus();
  } else {
    pressed = true;
    control.click();
  }
});
