// For everybody: on phones, by keyboard, in both colour schemes, with a screen reader.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import axe from 'axe-core';

import { openFilters, search, visit } from './visit.mjs';

/// Pages of every sort, by what they show.
const pages = {
  'the start': '/',
  results: '/?q=fishing+strait',
  'results in Arabic': '/?q=المضيق',
  'results in Chinese': '/?q=安全',
  'filtered results': '/?q=strait&lang=en&lang=ru&kind=speech&kind=interview&from=2010&to=2024&sort=date',
  'a later page': '/?sort=date&page=2',
  'remarks on a query': '/?q=date:someday+"strait',
  'no results': '/?q=volcano+strait&lang=fr',
  'something else than was asked for': '/?q=volcano+straitt+secur*',
  'a concordance': '/kwic?q=strait',
  'a concordance in Arabic': '/kwic?q=المضيق&sort=left',
  'an empty concordance': '/kwic',
  'trends by year': '/trends?q=strait&kind=speech',
  'trends by organisation': '/trends?q=strait&by=organisation&measure=occurrences',
  'the help': '/help',
  'a very long word': `/?q=${'x'.repeat(300)}`,
  'a date that can’t be read': '/?q=strait&from=someday',
  'no such statement': '/statements/nobody-said-this',
};
const status = { 'a date that can’t be read': 400, 'no such statement': 404 };
/// Searches whose first hit is a statement to look at.
const statements = {
  'an interview': '/?q=strait+kind:interview',
  'a statement in Arabic': '/?q=المضيق',
  'a statement in Chinese': '/?q=安全',
  'a statement in Russian': '/?q=безопасность',
};

/// Visits each page and statement in turn.
const everywhere = async (page, expecting, look) => {
  for (const [name, address] of Object.entries(pages)) {
    await expecting(status[name] ?? 200, () => page.goto(address));
    await look(name);
    if (await page.locator('.filters:not([open])').count() > 0) {
      await openFilters(page);
      await look(`${name}, filters open`);
    }
  }
  for (const [name, address] of Object.entries(statements)) {
    await page.goto(address);
    await page.locator('.hits h3 a').first().click();
    await page.locator('.text').waitFor();
    await look(name);
  }
};

describe('colours and structure', () => {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  for (const colorScheme of ['light', 'dark']) {
    test(`axe finds nothing to object to, ${colorScheme}`, visit({ colorScheme }, async (page, expecting) => {
      const violations = [];
      await everywhere(page, expecting, async (name) => {
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
});

describe('phones', () => {
  /// The edge of a square that a finger has to hit, in pixels: WCAG 2.2, success criterion 2.5.8.
  const least = 24;
  for (const width of [390, 320]) {
    const phone = { viewport: { width, height: 700 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };

    test(`at ${width} pixels nothing is wider than the screen`, visit(phone, async (page, expecting) => {
      const wide = [];
      await everywhere(page, expecting, async (name) => {
        const [content, screen] = await page.evaluate(() =>
          [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
        if (content > screen || screen !== width) wide.push(`${name}: ${content} of ${screen}`);
      });
      assert.deepEqual(wide, []);
    }));

    test(`at ${width} pixels what stands alone is large enough for a finger`, visit(phone, async (page, expecting) => {
      const small = new Set();
      // A box is hit with its label. Numbers of passages and links in running text are exempt.
      const targets = 'button, summary, select, input:not([type=checkbox]), label:has([type=checkbox]), ' +
        '.name, .parts a, .newest a, .holdings > p a, .examples a, .chips a, h3 a, .paging a, .help li a, .matches a, ' +
        '.back a, .failure a, footer.site a, .text .number, .to-help, .views a, .choices a, .facet a, .facet summary, ' +
        '.downloads a, .where a, .frequencies a';
      await everywhere(page, expecting, async () => {
        const found = await page.locator(targets).evaluateAll((all, edge) => all
          .filter((target) => target.checkVisibility())
          .map((target) => [target.getBoundingClientRect(), target.outerHTML])
          .filter(([box]) => box.width < edge || box.height < edge)
          .map(([box, html]) => `${box.width} × ${box.height}: ${html}`), least);
        found.forEach((target) => small.add(target));
      });
      assert.deepEqual([...small], []);
    }));
  }

  test('a search by touch', visit({ viewport: { width: 390, height: 700 }, isMobile: true, hasTouch: true }, async (page) => {
    await page.goto('/');
    await page.getByRole('searchbox').tap();
    await page.keyboard.type('strait');
    await page.locator('.filters summary').tap();
    await page.getByText(/^Interview/).locator('visible=true').first().tap();
    await page.getByRole('button', { name: 'Apply' }).tap();
    await page.locator('.chips').waitFor();
    await page.locator('.hits h3 a').first().tap();
    await page.locator('.text mark').first().waitFor();
  }));
});

describe('keyboard', () => {
  /// What has the focus: its text, its place, and whether one sees that it has the focus.
  const focused = (page) => page.evaluate(() => {
    const element = document.activeElement;
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return {
      tag: element.localName,
      html: element.outerHTML,
      address: element.getAttribute('href'),
      // The order in the document, as a number of elements before this one.
      order: [...document.querySelectorAll('*')].indexOf(element),
      seen: box.width > 1 && box.height > 1 && box.left >= 0 && box.top >= 0 &&
        box.right <= innerWidth && box.bottom <= innerHeight,
      ringed: style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2,
    };
  });

  for (const colorScheme of ['light', 'dark']) {
    test(`every stop is reached in order and shows the focus, ${colorScheme}`, visit({ colorScheme }, async (page, expecting) => {
      await everywhere(page, expecting, async (name) => {
        // The round may begin anywhere, so its end is where it comes back to.
        const round = [];
        for (let press = 0; press < 500; press += 1) {
          await page.keyboard.press('Tab');
          const stop = await focused(page);
          // Between the end and the beginning, the browser's own controls have the focus.
          if (stop.tag === 'body') continue;
          if (round.includes(stop.order)) break;
          round.push(stop.order);
          assert.ok(stop.seen, `${name}: out of sight: ${stop.html}`);
          assert.ok(stop.ringed, `${name}: no ring: ${stop.html}`);
        }
        const stops = await page.evaluate(() => {
          const all = [...document.querySelectorAll('*')];
          const visible = (element) => element.checkVisibility() && element.matches('a[href], button, input, select, summary');
          return all.flatMap((element, order) => visible(element) ? [order] : []);
        });
        const start = round.indexOf(Math.min(...round));
        assert.deepEqual([...round.slice(start), ...round.slice(0, start)], stops, name);
      });
    }));
  }

  test('the first stop skips to the content', visit({}, async (page) => {
    for (const address of ['/?q=strait', '/']) {
      await page.goto(address);
      await page.keyboard.press('Tab');
      const skip = await focused(page);
      assert.equal(skip.address, '#main');
      assert.ok(skip.seen && skip.ringed);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      assert.ok(await page.evaluate(() => document.querySelector('main').contains(document.activeElement)));
    }
  }));

  test('from the query to a statement without a mouse', visit({}, async (page) => {
    const press = async (key, until) => {
      for (let times = 0; times < 40; times += 1) {
        await page.keyboard.press(key);
        if (until(await focused(page))) return;
      }
      assert.fail(`${key} did not lead there`);
    };
    await page.goto('/');
    await press('Tab', (stop) => stop.tag === 'input');
    await page.keyboard.type('strait');
    await press('Tab', (stop) => stop.tag === 'summary');
    await page.keyboard.press('Enter');
    await press('Tab', (stop) => stop.html.includes('value="interview"'));
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.locator('.chips').waitFor();
    await press('Tab', (stop) => stop.address?.startsWith('/statements/'));
    await page.keyboard.press('Enter');
    await page.locator('.text mark').first().waitFor();
  }));

  test('a search goes on from a statement', visit({}, async (page) => {
    await page.goto('/?q=strait');
    await page.locator('.hits h3 a').first().click();
    await search(page, 'treaty');
    assert.ok(await page.locator('.hits mark').count() > 0);
  }));
});
