// What can be made of an answer: narrowing it down, ordering it, going through it to its end, reading every occurrence in
// its context, counting, taking it away. With scripts and without.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { marks, search, total, visit } from './visit.mjs';

/// The facet of this name beside the hits.
const facet = (page, name) => page.locator('.facet').filter({ has: page.getByRole('heading', { name, exact: true }) });
/// The number in front of a text such as "25 occurrences in 13 statements", and the one further back.
const numbers = async (place) => (await place.innerText()).match(/[\d,.]+/g).map((text) => Number(text.replaceAll(',', '')));
const rows = (page) => page.locator('.concordance tbody tr');

for (const javaScriptEnabled of [true, false]) {
  const reader = { javaScriptEnabled };

  describe(`an answer ${javaScriptEnabled ? 'with' : 'without'} scripts`, () => {
    test('facets find what they promise, together and one by one', visit(reader, async (page) => {
      await page.goto('/?q=strait');
      const all = await total(page);
      const speech = facet(page, 'Kind').getByRole('listitem').filter({ hasText: 'Speech' });
      const promised = Number(await speech.locator('.count').innerText());
      await speech.getByRole('link').click();
      await page.locator('.chips').waitFor();
      assert.equal(await total(page), promised);
      assert.ok(promised > 0 && promised < all);

      // Another value of the same facet is an alternative: its count is not under this filter.
      const interview = facet(page, 'Kind').getByRole('listitem').filter({ hasText: 'Interview' });
      const more = Number(await interview.locator('.count').innerText());
      await interview.getByRole('link').click();
      await page.locator('.chips li').nth(2).waitFor();
      assert.equal(await total(page), promised + more);

      // A value of another facet holds beside it.
      const speaker = facet(page, 'Speaker').getByRole('listitem').first();
      const name = await speaker.locator('bdi').innerText();
      const both = Number(await speaker.locator('.count').innerText());
      await speaker.getByRole('link').click();
      await page.locator('.chips li').nth(3).waitFor();
      assert.equal(await total(page), both);
      for (const by of await page.locator('.hits .by').allInnerTexts()) assert.ok(by.includes(name), by);

      // What is chosen can be taken away at either place, and the next query keeps it.
      await search(page, 'strait OR water');
      assert.equal(await page.locator('.chips li').count(), 4);
      await facet(page, 'Speaker').locator('[aria-current]').click();
      await page.locator('.chips li').nth(2).waitFor();
      assert.equal(await facet(page, 'Speaker').locator('[aria-current]').count(), 0);
      await page.getByRole('link', { name: 'Remove all' }).click();
      await page.goto('/?q=strait');
      assert.equal(await total(page), all);
    }));

    test('hits come in every order that is offered', visit(reader, async (page) => {
      const dates = () => page.locator('.hits time').evaluateAll((times) => times.map((time) => time.dateTime));
      await page.goto('/?q=strait&per_page=100');
      const order = page.getByRole('navigation', { name: 'Order' });
      const names = (await order.getByRole('link').allInnerTexts()).map((name) => name.trim());
      assert.deepEqual(names, ['Best match', 'Newest', 'Oldest', 'Speaker', 'Longest', 'Shortest']);
      const found = new Set();
      for (const name of names) {
        await order.getByRole('link', { name }).click();
        await order.locator('[aria-current]').filter({ hasText: name }).waitFor();
        if (name === 'Newest') assert.deepEqual(await dates(), (await dates()).toSorted().reverse());
        if (name === 'Oldest') assert.deepEqual(await dates(), (await dates()).toSorted());
        found.add(await page.locator('.hits').innerText());
      }
      assert.equal(found.size, names.length);
    }));

    test('the next page leads to the last hit', visit(reader, async (page) => {
      await page.goto('/?q=strait+OR+water+OR+security&per_page=3&sort=longest');
      const [all, seen] = [await total(page), []];
      const next = page.getByRole('link', { name: 'Next' });
      for (;;) {
        assert.equal(await page.locator('.hits').getAttribute('start'), String(seen.length + 1));
        seen.push(...await page.locator('.hits h3 a').evaluateAll((links) => links.map((link) => link.pathname)));
        if (await next.count() === 0) break;
        await next.click();
        await page.locator(`.hits[start="${seen.length + 1}"]`).waitFor();
      }
      assert.equal(seen.length, all);
      assert.equal(new Set(seen).size, all);
      // From a statement on a later page, the way back leads to that page.
      const hits = await page.locator('.hits').innerText();
      await page.locator('.hits h3 a').first().click();
      await page.getByRole('link', { name: 'Back to the search' }).click();
      assert.equal(await page.locator('.hits').innerText(), hits);
      assert.equal(await page.locator('.hits').getAttribute('start'), String(all - (all - 1) % 3));
    }));

    test('words that have to be near each other are marked where they are', visit(reader, async (page) => {
      await page.goto('/');
      await search(page, 'fishing NEAR/5 vessels');
      const all = await total(page);
      assert.ok(all > 0);
      assert.equal(await page.locator('.hits > li:has(mark)').count(), Math.min(all, 10));
      assert.deepEqual((await marks(page)).filter((word) => !/^(fish|vessel)/i.test(word)), []);
      await page.locator('.hits h3 a').first().click();
      for (const paragraph of await page.locator('.text [id]:has(mark)').all()) {
        assert.match(await paragraph.innerText(), /fish[^]*vessel|vessel[^]*fish/i);
      }
    }));

    test('what wildcards stand for is told', visit(reader, async (page) => {
      await page.goto('/');
      await search(page, 'secur*');
      assert.match(await page.locator('.notes').innerText(), /secur\* stands for .*security/);
    }));

    test('a search that asks for too much shows the closest and says so', visit(reader, async (page) => {
      await page.goto('/');
      await search(page, 'volcano strait');
      assert.ok(await total(page) > 0);
      const relaxed = page.getByRole('region', { name: 'What was searched instead' });
      assert.match(await relaxed.innerText(), /No statement has all of these words[^]*volcano/);
      await relaxed.getByRole('link').click();
      await page.locator('.help').waitFor();
      assert.equal(await total(page), 0);
      // The form keeps what was chosen; a new search is as forgiving as ever.
      await page.goto('/?q=straitt');
      await page.locator('.hits h3 a').first().click();
      assert.ok((await marks(page, '.text')).includes('Strait'));
    }));

    test('every occurrence stands in its context and leads to its paragraph', visit(reader, async (page) => {
      await page.goto('/?q=strait');
      const statements = await total(page);
      await page.getByRole('link', { name: 'In context' }).click();
      await page.locator('.concordance').waitFor();
      const [occurrences, among] = await numbers(page.locator('.total'));
      assert.equal(among, statements);
      assert.equal(await rows(page).count(), occurrences);
      for (const keyword of await page.locator('.concordance .keyword').allInnerTexts()) assert.match(keyword, /^straits?$/i);

      // What was found stands in one column.
      const middles = await page.locator('.concordance tbody .keyword').evaluateAll((cells) =>
        cells.map((cell) => cell.getBoundingClientRect()).map((box) => Math.round((box.left + box.right) / 2)));
      assert.ok(Math.max(...middles) - Math.min(...middles) <= 1, `${middles}`);

      await page.getByRole('link', { name: 'Word behind' }).click();
      await page.locator('.choices [aria-current]').filter({ hasText: 'Word behind' }).waitFor();
      const behind = (await page.locator('.concordance tbody .right').allInnerTexts())
        .map((text) => text.toLowerCase().match(/\p{L}+/u)?.[0]).filter(Boolean);
      assert.deepEqual(behind, behind.toSorted());

      const line = rows(page).filter({ hasText: '¶' }).first();
      const right = (await line.locator('.right').innerText()).trim();
      await line.getByRole('link').click();
      const target = page.locator('.text :target');
      assert.ok((await target.innerText()).includes(right));
      assert.ok(await target.locator('mark').count() > 0);
    }));

    test('frequencies agree with the statements that they lead to', visit(reader, async (page) => {
      await page.goto('/trends?q=strait');
      assert.equal(await page.getByRole('img').count(), 1);
      const table = page.locator('.frequencies tbody tr');
      const figures = await table.evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.innerText.trim())));
      const [occurrences, statements] = await numbers(page.locator('.total'));
      const sum = (column) => figures.reduce((all, row) => all + Number(row[column].replaceAll(',', '')), 0);
      assert.deepEqual([sum(2), sum(3)], [occurrences, statements]);
      assert.equal(await page.locator('.chart .column').count(), figures.filter((row) => row[2] !== '0').length);
      const [year, , , promised] = figures.find((row) => row[2] !== '0');
      await page.getByRole('link', { name: year, exact: true }).click();
      await page.locator('.hits').waitFor();
      assert.equal(await total(page), Number(promised));
      await page.goBack();

      await page.getByRole('navigation', { name: 'By' }).getByRole('link', { name: 'Speaker' }).click();
      await page.getByRole('columnheader', { name: 'Speaker' }).waitFor();
      await page.getByRole('navigation', { name: 'Measure' }).getByRole('link', { name: 'Statements' }).click();
      await page.locator('.choices [aria-current]').filter({ hasText: 'Statements' }).waitFor();
      const most = (await page.locator('.frequencies tbody td:last-child').allInnerTexts()).map(Number);
      assert.deepEqual(most, most.toSorted((a, b) => b - a));
      assert.ok(await page.locator('.frequencies .share').count() > 0);

      // Another query is counted in the same way.
      await page.getByRole('searchbox').fill('water');
      await page.getByRole('searchbox').press('Enter');
      await page.getByRole('columnheader', { name: 'Speaker' }).waitFor();
      assert.match(await page.title(), /^water/);
    }));

    test('everything can be taken away', visit(reader, async (page) => {
      const taken = async (name) => {
        const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name, exact: true }).click()]);
        const chunks = [];
        for await (const chunk of await download.createReadStream()) chunks.push(chunk);
        return [download.suggestedFilename(), Buffer.concat(chunks).toString().trimEnd().split('\n').length];
      };
      await page.goto('/?q=strait');
      const all = await total(page);
      assert.deepEqual(await taken('JSON Lines'), ['statements.jsonl', all]);
      assert.deepEqual(await taken('CSV'), ['statements.csv', all + 1]);
      await page.goto('/kwic?q=strait');
      const [occurrences] = await numbers(page.locator('.total'));
      assert.deepEqual(await taken('CSV'), ['concordance.csv', occurrences + 1]);
    }));
  });
}
