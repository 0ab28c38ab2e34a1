// The browser, and where the service under test is.

import assert from 'node:assert/strict';

import { chromium } from 'playwright-core';

/// Where the service under test is.
export const site = process.env.VERBALE_URL;
assert.ok(site, 'VERBALE_URL names no service; start these tests with tests/browser/run');

/// Where a pool is judged, over the same statements; its file, and that of its judgments.
export const judging = process.env.VERBALE_JUDGING_URL;
export const pool = process.env.VERBALE_POOL;
assert.ok(judging && pool, 'VERBALE_JUDGING_URL and VERBALE_POOL name no pool; start these tests with tests/browser/run');
export const judgments = pool.replace(/\.jsonl$/, '.judgments.jsonl');

/// Debian's browser. Playwright gives it a new profile each time.
export const launch = () =>
  chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
