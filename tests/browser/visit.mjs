// Visits to the pages that notice whatever goes wrong on the way.

import assert from 'node:assert/strict';
import { after } from 'node:test';

import { launch, site } from './browser.mjs';

let started;
after(async () => (await started)?.close());

/// A test that visits pages in a browser of its own kind: `options` are Playwright's for a context, with `baseURL` for
/// another service than the usual one. It fails on
/// errors on the console, failed requests, requests to anywhere else, dialogs and answers of an unexpected status.
/// The steps get the page, and `expecting(status, step)` for a step that leads to an answer of that status.
export const visit = (options, steps) => async () => {
  started ??= launch();
  const own = options.baseURL ?? site;
  const context = await (await started).newContext({ baseURL: site, ...options });
  context.setDefaultTimeout(15_000);
  const wrong = [];
  let expected = 200;
  const page = await context.newPage();
  page.on('pageerror', (error) => wrong.push(`error in a script: ${error}`));
  page.on('dialog', (dialog) => {
    wrong.push(`a dialog: ${dialog.message()}`);
    return dialog.dismiss();
  });
  page.on('console', (message) => {
    // Chromium reports the status of a page on the console, too; that is looked at below.
    const reported = expected !== 200 && message.text().includes(`status of ${expected}`);
    if (['error', 'warning'].includes(message.type()) && !reported) {
      wrong.push(`on the console: ${message.text()}`);
    }
  });
  page.on('requestfailed', (request) => {
    const error = request.failure()?.errorText;
    // The browser itself drops what is still under way, such as the icon, when the reader goes on to another page.
    if (error !== 'net::ERR_ABORTED') wrong.push(`${request.url()}: ${error}`);
  });
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== own) wrong.push(`a request to elsewhere: ${request.url()}`);
  });
  page.on('response', (response) => {
    const wanted = response.request().isNavigationRequest() ? expected : 200;
    // A form that was sent is answered by the way to the next page.
    const leadsOn = response.status() === 303 && response.request().isNavigationRequest();
    if (response.status() !== wanted && !leadsOn) wrong.push(`${response.url()}: ${response.status()}`);
  });
  const expecting = async (status, step) => {
    expected = status;
    await step();
    expected = 200;
  };
  try {
    await steps(page, expecting);
  } finally {
    await context.close();
  }
  assert.deepEqual(wrong, []);
};

/// Types a query into the search box and sends it.
export const search = async (page, query) => {
  await page.getByRole('searchbox').fill(query);
  await page.getByRole('searchbox').press('Enter');
  await page.locator('.total').waitFor();
};

/// Opens the filters.
export const openFilters = (page) => page.locator('.filters summary').click();

/// The number of statements that the page says it found.
export const total = async (page) => Number.parseInt((await page.locator('.total').innerText()).replace(',', ''), 10);

/// The texts of all marks below `place`, each once.
export const marks = async (page, place = 'main') =>
  [...new Set(await page.locator(`${place} mark`).allInnerTexts())].sort();
