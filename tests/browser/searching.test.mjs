// Narrowing down, ordering, turning pages, and the ways out where nothing is found. With scripts and without.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { openFilters, search, total, visit } from './visit.mjs';

const dates = (page) =>
  page.locator('.hits time').evaluateAll((times) => times.map((time) => time.getAttribute('datetime')));
const metas = (page) => page.locator('.hits .meta').allInnerTexts();
const addresses = (page) =>
  page.locator('.hits h3 a').evaluateAll((links) => links.map((link) => new URL(link.href).pathname));

for (const javaScriptEnabled of [true, false]) {
  const reader = { javaScriptEnabled };

  describe(`searching ${javaScriptEnabled ? 'with' : 'without'} scripts`, () => {
    test('filters narrow the search, are shown, and can be taken away', visit(reader, async (page) => {
      await page.goto('/');
      await search(page, 'water OR вода');
      const all = await total(page);
      await openFilters(page);
      await page.getByLabel(/^Russian/).check();
      await page.getByLabel(/^Interview/).check();
      await page.getByRole('button', { name: 'Apply' }).click();
      const narrow = await total(page);
      assert.ok(narrow > 0 && narrow < all, `${narrow} of ${all}`);
      for (const meta of await metas(page)) assert.match(meta, /Interview[^]*Russian/);

      await openFilters(page);
      assert.ok(await page.getByLabel(/^Russian/).isChecked());
      assert.ok(!await page.getByLabel(/^English/).isChecked());
      const chips = page.locator('.chips a');
      const set = (await chips.allInnerTexts()).map((text) => text.replace('Remove the filter', '').trim());
      assert.deepEqual(set, ['Interview ×', 'Russian ×', 'Remove all']);
      await chips.filter({ hasText: 'Interview' }).click();
      assert.ok(await total(page) > narrow);
      for (const meta of await metas(page)) assert.match(meta, /Russian/);
      await page.locator('.chips a').click();
      assert.equal(await total(page), all);
      assert.equal(await page.getByRole('searchbox').inputValue(), 'water OR вода');
    }));

    test('dates narrow the search, and hits come in the order that is asked for', visit(reader, async (page) => {
      await page.goto('/');
      await search(page, 'water');
      const best = await dates(page);
      await page.getByRole('navigation', { name: 'Order' }).getByRole('link', { name: 'Newest' }).click();
      await page.locator('.choices [aria-current]').filter({ hasText: 'Newest' }).waitFor();
      const newest = await dates(page);
      assert.deepEqual(newest, newest.toSorted().reverse());
      assert.notDeepEqual(newest, best);

      await openFilters(page);
      await page.getByLabel('From').fill('2016');
      await page.getByLabel('To', { exact: true }).fill('2023-05');
      await page.getByLabel('To', { exact: true }).press('Enter');
      await page.locator('.chips').waitFor();
      const within = await dates(page);
      assert.ok(within.length > 0);
      assert.deepEqual(within.filter((date) => date < '2016' || date >= '2023-06'), []);
      assert.deepEqual(within, within.toSorted().reverse());
    }));

    test('a date that can’t be read is shown where it can be mended', visit(reader, async (page, expecting) => {
      await page.goto('/?q=strait');
      await openFilters(page);
      await page.getByLabel('From').fill('last year');
      await expecting(400, async () => {
        await page.getByLabel('From').press('Enter');
        await page.getByRole('alert').waitFor();
      });
      assert.match(await page.getByRole('alert').innerText(), /^From: .*last year.*2021-11-17/);
      assert.ok(await page.getByLabel('From').isVisible());
      assert.equal(await page.getByLabel('From').inputValue(), 'last year');
      assert.equal(await page.getByLabel('From').getAttribute('aria-invalid'), 'true');
      await page.getByLabel('From').fill('2019');
      await page.getByLabel('From').press('Enter');
      await page.locator('.hits').waitFor();
      assert.equal(await page.getByRole('searchbox').inputValue(), 'strait');
    }));

    test('pages show every statement once, there and back', visit(reader, async (page) => {
      await page.goto('/');
      await page.getByRole('link', { name: 'All statements' }).click();
      const all = await total(page);
      const seen = [];
      const next = page.getByRole('link', { name: 'Next' });
      for (let number = 1; ; number += 1) {
        const here = await addresses(page);
        assert.equal(await page.locator('.hits').getAttribute('start'), String(seen.length + 1));
        seen.push(...here);
        if (await next.count() === 0) break;
        await next.click();
        await page.locator('.paging').getByText(`Page ${number + 1} of`).waitFor();
      }
      assert.equal(seen.length, all);
      assert.equal(new Set(seen).size, all);
      await page.getByRole('link', { name: 'Previous' }).click();
      await page.locator(`.hits[start="${Math.floor((all - 1) / 10) * 10 - 9}"]`).waitFor();
      assert.ok(await next.count() > 0);
    }));

    test('a search that finds nothing offers searches that find something', visit(reader, async (page) => {
      await page.goto('/?q=volcano+strait&lang=fr');
      assert.equal(await total(page), 0);
      const ways = page.locator('.help a');
      assert.ok(await ways.count() > 0);
      for (let index = 0; index < await ways.count(); index += 1) {
        const promised = Number((await ways.nth(index).innerText()).match(/(\d+) statements?$/)[1]);
        await ways.nth(index).click();
        await page.locator('.hits').waitFor();
        assert.equal(await total(page), promised);
        await page.goBack();
      }
    }));

    test('a word that nobody said leads to what there is', visit(reader, async (page) => {
      await page.goto('/');
      await search(page, 'xyzzyx');
      assert.equal(await total(page), 0);
      await page.locator('.help').getByRole('link', { name: 'What there is' }).click();
      await page.getByRole('heading', { name: 'How to ask' }).waitFor();
    }));

    test('whatever the start page offers finds what it says', visit(reader, async (page) => {
      await page.goto('/');
      const held = page.locator('.holdings .parts li');
      const parts = await held.evaluateAll((items) => items.map((item) =>
        [item.querySelector('a').href, item.querySelector('.count').textContent]));
      assert.ok(parts.length > 6);
      for (const [address, count] of parts) {
        await page.goto(address);
        assert.equal(await total(page), Number(count), address);
      }
      await page.goto('/');
      const examples = await page.locator('.examples dt a').evaluateAll((links) => links.map((link) => link.href));
      assert.ok(examples.length > 5);
      for (const address of examples) {
        await page.goto(address);
        assert.ok(await total(page) > 0, `${address} finds nothing`);
        assert.equal(await page.locator('.notes').count(), 0, address);
      }
    }));

    test('an address that leads nowhere has a search box', visit(reader, async (page, expecting) => {
      for (const address of ['/statements/nobody-said-this', '/nowhere/at/all']) {
        await expecting(404, () => page.goto(address));
        assert.ok(await page.locator('h1').isVisible());
      }
      await search(page, 'strait');
      assert.ok(await total(page) > 0);
    }));

    test('a hostile query is text and nothing else', visit(reader, async (page, expecting) => {
      const hostile = [
        '<script>alert(1)</script>',
        '"><img src=x onerror=alert(1)>',
        "'\"</title></textarea><svg onload=alert(1)>",
        '&lt;b&gt; strait &#39;',
        'lang:"><iframe src=javascript:alert(1)> strait',
      ];
      const nothingForeign = async (query) => {
        assert.equal(await page.getByRole('searchbox').inputValue(), query);
        assert.equal(await page.locator('script, img, svg, iframe, [onload], [onerror]').count(), 0);
        assert.ok((await page.title()).length > 0);
      };
      await page.goto('/?q=strait');
      const statement = await page.locator('.hits h3 a').first().evaluate((link) => new URL(link.href).pathname);
      for (const query of hostile) {
        await page.goto('/');
        await search(page, query);
        await nothingForeign(query);
        assert.ok((await page.title()).startsWith(query.replaceAll(/\s+/g, ' ')), await page.title());
        await page.goto(`${statement}?q=${encodeURIComponent(query)}`);
        await nothingForeign(query);
        assert.ok((await page.locator('.back').innerText()).includes(query));
        await expecting(404, () => page.goto(`/statements/${encodeURIComponent(query)}`));
        await nothingForeign('');
      }
    }));
  });
}
