// Makes the README's picture: the answer to a query over the sample.

import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';

import { launch, site } from './browser.mjs';

const [path] = process.argv.slice(2);
assert.ok(path, 'say where the picture goes: screenshot.mjs FILE.png');

const browser = await launch();
const page = await browser.newPage({ viewport: { width: 1200, height: 900 }, colorScheme: 'light' });
await page.goto(`${site}/?q=fishing+vessels`);
await page.locator('.hits mark').first().waitFor();
await page.evaluate(() => document.fonts.ready);
// Only whole hits are in the picture.
const ends = await page.locator('.hits > li').evaluateAll((hits) => hits.map((hit) => hit.getBoundingClientRect().bottom));
const height = Math.max(...ends.filter((end) => end <= 1000));
await page.screenshot({ path, fullPage: true, clip: { x: 0, y: 0, width: 1200, height } });
await browser.close();
const { size } = await stat(path);
assert.ok(size < 250_000, `${path} has ${size} bytes, which is too much for a README`);
