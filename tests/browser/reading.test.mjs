// The main job: ask, see where it is said, read it, go back. With scripts and without.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { marks, search, total, visit } from './visit.mjs';

for (const javaScriptEnabled of [true, false]) {
  const reader = { javaScriptEnabled };

  describe(`reading ${javaScriptEnabled ? 'with' : 'without'} scripts`, () => {
    test('a query marks the words in all of their forms', visit(reader, async (page) => {
      await page.goto('/');
      await search(page, 'fishing straits');
      assert.ok(await total(page) > 1);
      const found = await marks(page);
      assert.ok(found.includes('fish') && found.includes('Strait'), `marked: ${found}`);
      assert.deepEqual(found.filter((word) => !/^(fish|strait)/i.test(word)), []);
      assert.match(await page.title(), /^fishing straits/);
      for (const hit of await page.locator('.hits > li').all()) {
        assert.ok(await hit.locator('mark').count() > 0, 'a hit shows no match');
      }
    }));

    test('a statement shows its marks and its numbered paragraphs, and leads back to the search', visit(reader, async (page) => {
      await page.goto('/');
      await search(page, 'fishing straits');
      const hits = await page.locator('.hits').innerText();
      const title = page.locator('.hits h3 a').first();
      const name = await title.innerText();
      await title.click();
      assert.equal(await page.locator('h1').innerText(), name);
      assert.ok((await marks(page, '.text')).length > 0);
      assert.equal(await page.getByRole('searchbox').inputValue(), 'fishing straits');

      const numbers = await page.locator('.text .number').allInnerTexts();
      assert.ok(numbers.length > 2);
      assert.deepEqual(numbers, numbers.map((_, index) => String(index + 1)));
      const named = await page.locator('.matches a').allInnerTexts();
      const marked = await page.locator('.text [id]:has(mark) .number').allInnerTexts();
      assert.deepEqual(named, marked.slice(0, named.length));

      await page.getByRole('link', { name: 'Back to the search' }).click();
      assert.equal(await page.locator('.hits').innerText(), hits);
      assert.equal(await page.getByRole('searchbox').inputValue(), 'fishing straits');
    }));

    test('the browser’s own way back keeps the query', visit(reader, async (page) => {
      await page.goto('/');
      await search(page, 'fishing straits');
      await page.locator('.hits h3 a').first().click();
      await page.locator('.text').waitFor();
      await page.goBack();
      assert.equal(await page.getByRole('searchbox').inputValue(), 'fishing straits');
      assert.ok((await marks(page)).length > 0);
      await page.goBack();
      assert.equal(await page.getByRole('searchbox').inputValue(), '');
    }));

    test('a passage leads to its paragraph', visit(reader, async (page) => {
      await page.goto('/?q=navigation');
      const passage = page.locator('.passage:has(mark)').first();
      const number = await passage.locator('.number').innerText();
      await passage.locator('.number').click();
      const target = page.locator('.text :target');
      assert.equal(`¶ ${await target.locator('.number').innerText()}`, number);
      assert.ok(await target.locator('mark').count() > 0);
      const { y } = await target.boundingBox();
      assert.ok(y >= 0 && y < page.viewportSize().height, `the paragraph stands at ${y}`);
    }));

    test('Russian is found in its cases', visit(reader, async (page) => {
      await page.goto('/');
      await search(page, 'безопасность');
      assert.ok((await marks(page)).includes('безопасности'));
      const heading = page.locator('.hits h3').first();
      assert.equal(await heading.getAttribute('lang'), 'ru');
      await heading.locator('a').click();
      assert.equal(await page.locator('article').getAttribute('lang'), 'ru');
      assert.ok((await marks(page, '.text')).every((word) => /^безопасн/i.test(word)));
    }));

    test('Arabic runs from right to left', visit(reader, async (page) => {
      const direction = (place) => place.evaluate((element) => getComputedStyle(element).direction);
      await page.goto('/');
      await search(page, 'المضيق');
      assert.ok((await marks(page)).includes('المضيق'));
      assert.equal(await direction(page.getByRole('searchbox')), 'rtl');
      assert.equal(await direction(page.locator('.hits h3').first()), 'rtl');
      assert.equal(await direction(page.locator('.passage').first()), 'rtl');
      await page.locator('.hits h3 a').first().click();
      assert.equal(await direction(page.locator('h1')), 'rtl');
      const paragraph = page.locator('.text [id]:has(mark)').first();
      assert.equal(await direction(paragraph), 'rtl');
      const number = await paragraph.locator('.number').boundingBox();
      const mark = await paragraph.locator('mark').first().boundingBox();
      assert.ok(number.x > mark.x, 'the number stands to the left of the text');
      const size = (place) => place.evaluate((element) => getComputedStyle(element).fontSize);
      assert.equal(await size(paragraph.locator('mark').first()), await size(paragraph));
    }));

    test('Chinese is found without spaces between words', visit(reader, async (page) => {
      await page.goto('/');
      await search(page, '安全');
      assert.deepEqual(await marks(page), ['安全']);
      assert.equal(await page.locator('.passage').first().getAttribute('lang'), 'zh');
      await page.locator('.hits h3 a').first().click();
      assert.deepEqual(await marks(page, '.text'), ['安全']);
    }));
  });
}
