// The browser, and where the service under test is.

import assert from 'node:assert/strict';

import { chromium } from 'playwright-core';

/// Where the service under test is.
export const site = process.env.VERBALE_URL;
assert.ok(site, 'VERBALE_URL names no service; start these tests with tests/browser/run');

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
