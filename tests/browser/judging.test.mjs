// Judging a pool: by keys, by buttons without scripts, and for everybody.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';

import axe from 'axe-core';

import { judging, judgments, pool } from './browser.mjs';
import { visit } from './visit.mjs';

const lines = (path) => readFileSync(path, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
const items = lines(pool);

/// The last grade and note that an assessor gave each document.
const given = (assessor) => Object.fromEntries(lines(judgments)
  .filter((judgment) => judgment.assessor === assessor)
  .map(({ document, grade, note = '' }) => [document, [grade, note]]));

/// Says who judges. Every test is somebody else.
const begin = async (page, name) => {
  await page.goto('/judge');
  await page.getByLabel('Your name').fill(name);
  await page.keyboard.press('Enter');
  await page.locator('.judging').waitFor();
};

const progress = (page, judged) => page.getByText(`${judged} of ${items.length} judged`, { exact: true }).waitFor();
const shown = (page) => page.locator('input[name=document]').inputValue();
const at = (page, item) => page.waitForFunction((id) => document.querySelector('input[name=document]')?.value === id, items[item].document);

const here = { baseURL: judging };

test('a pool is judged by keys', visit(here, async (page) => {
  await begin(page, 'Ada');
  assert.equal(await page.locator('h1').innerText(), items[0].query);
  assert.equal(await shown(page), items[0].document);
  assert.equal(await page.locator('mark').count(), 0);

  await page.keyboard.press('3');
  await progress(page, 1);
  await page.keyboard.press('s');
  await at(page, 2);
  await page.keyboard.press('b');
  await at(page, 1);
  await page.keyboard.press('n');
  await page.keyboard.type('3 ships, so 2 at most');
  await progress(page, 1);
  await page.keyboard.press('Escape');
  await page.keyboard.press('2');
  await progress(page, 2);
  await at(page, 2);
  assert.deepEqual(given('Ada'), { [items[0].document]: [3, ''], [items[1].document]: [2, '3 ships, so 2 at most'] });

  await page.keyboard.press('u');
  await progress(page, 1);
  await at(page, 1);
  assert.deepEqual(given('Ada')[items[1].document], [null, '']);

  // A digit with a modifier is the browser's or the system's.
  await page.keyboard.press('Alt+0');
  await progress(page, 1);
  for (let judged = 2; judged <= items.length; judged += 1) {
    await page.keyboard.press('0');
    if (judged < items.length) await progress(page, judged);
  }
  await page.getByRole('heading', { name: 'Everything is judged' }).waitFor();
  await page.getByRole('link', { name: 'Back to the last one' }).click();
  assert.equal(await page.locator('button[aria-pressed=true]').getAttribute('value'), '0');
}));

test('keys can be turned off, and stay off', visit(here, async (page) => {
  await begin(page, 'Bo');
  const keys = page.getByRole('checkbox', { name: 'Keys' });
  await keys.uncheck();
  await page.keyboard.press('3');
  await page.reload();
  assert.equal(await keys.isChecked(), false);
  await page.keyboard.press('3');
  await progress(page, 0);
  await keys.check();
  await page.keyboard.press('3');
  await progress(page, 1);
}));

test('keys are where they are on a keyboard of another script', visit(here, async (page) => {
  await begin(page, 'Вера');
  await page.evaluate(() => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ы', code: 'KeyS', bubbles: true })));
  await at(page, 1);
  await page.evaluate(() => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'é', code: 'Digit2', bubbles: true })));
  await progress(page, 1);
  assert.deepEqual(given('Вера'), { [items[1].document]: [2, ''] });
}));

test('a pool is judged without scripts', visit({ ...here, javaScriptEnabled: false }, async (page) => {
  await begin(page, 'Cy');
  assert.equal(await page.locator('.keys').isVisible(), false);
  await page.getByRole('button', { name: 'Touches on it' }).click();
  await progress(page, 1);
  await page.getByRole('link', { name: 'Skip', exact: true }).click();
  await page.getByLabel('Note').fill('a line\nand another');
  await page.getByRole('button', { name: 'Not relevant' }).press('Enter');
  await progress(page, 2);
  assert.deepEqual(given('Cy'), { [items[0].document]: [1, ''], [items[2].document]: [0, 'a line\nand another'] });
  await page.getByRole('button', { name: 'Undo' }).click();
  await progress(page, 1);
  await page.getByRole('link', { name: 'Back' }).click();
  await page.getByRole('link', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'Take this judgment back' }).click();
  await progress(page, 0);
  assert.equal(await shown(page), items[0].document);
}));

test('every assessor judges on his or her own', visit(here, async (page) => {
  await begin(page, 'Di');
  await page.keyboard.press('3');
  await progress(page, 1);
  await page.getByRole('link', { name: 'Another name' }).click();
  await page.getByLabel('Your name').fill('Ed');
  await page.getByRole('button', { name: 'Begin' }).click();
  await progress(page, 0);
  assert.equal(await page.locator('[aria-pressed]').count(), 0);
  assert.equal(await page.getByRole('button', { name: 'Undo' }).isDisabled(), true);
}));

describe('for everybody', () => {
  /// Visits every page that there is around judging.
  const everywhere = async (page, name, look) => {
    await page.goto('/judge');
    await look('the name');
    await begin(page, name);
    await look('a statement');
    await page.locator('button[value="2"]').click();
    await progress(page, 1);
    await page.goto('/judge?item=1');
    await look('a judged statement');
    await page.goto(`/judge?item=${items.length}`);
    await look('a statement in Arabic');
    for (let judged = 2; judged <= items.length; judged += 1) {
      await page.goto('/judge');
      await page.locator('button[value="1"]').click();
    }
    await page.getByRole('heading', { name: 'Everything is judged' }).waitFor();
    await look('the end');
  };

  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  for (const colorScheme of ['light', 'dark']) {
    test(`axe finds nothing to object to, ${colorScheme}`, visit({ ...here, colorScheme }, async (page) => {
      const violations = [];
      await everywhere(page, `axe ${colorScheme}`, async (name) => {
        await page.evaluate(axe.source);
        const found = await page.evaluate((values) => window.axe.run({ runOnly: { type: 'tag', values } }), tags);
        assert.ok(found.passes.length > 10, `${name}: axe looked at too little`);
        for (const { id, nodes } of found.violations) {
          violations.push(...nodes.map((node) => `${name}: ${id}: ${node.html}: ${node.failureSummary}`));
        }
      });
      assert.deepEqual(violations, []);
    }));
  }

  for (const width of [320, 1440]) {
    test(`at ${width} pixels everything fits, is large enough, and shows the focus`, visit({ ...here, viewport: { width, height: 800 } }, async (page) => {
      const wrong = [];
      await everywhere(page, `at ${width}`, async (name) => {
        const [content, screen] = await page.evaluate(() =>
          [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
        if (content > screen) wrong.push(`${name}: ${content} of ${screen}`);
        const small = await page.locator('button, textarea, input[name=name], label:has([type=checkbox]), .ways a, .failure a').evaluateAll((all) => all
          .map((target) => [target.getBoundingClientRect(), target.outerHTML])
          .filter(([box]) => box.width < 24 || box.height < 24)
          .map(([box, html]) => `${box.width} × ${box.height}: ${html}`));
        wrong.push(...small.map((target) => `${name}: ${target}`));
        const stops = await page.locator('a[href], button:enabled, input:not([type=hidden]), textarea').count();
        for (let stop = 0; stop < stops; stop += 1) {
          await page.keyboard.press('Tab');
          const unseen = await page.evaluate(() => {
            const element = document.activeElement;
            if (element === document.body) return null;
            const style = getComputedStyle(element);
            const box = element.getBoundingClientRect();
            const seen = box.width > 1 && box.bottom > 0 && box.top < innerHeight;
            return seen && style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2 ? null : element.outerHTML;
          });
          if (unseen) wrong.push(`${name}: the focus is not seen on ${unseen}`);
        }
      });
      assert.deepEqual(wrong, []);
    }));
  }
});
