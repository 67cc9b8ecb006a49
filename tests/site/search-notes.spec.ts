import { type Page, type Route, test as unguarded } from 'playwright/test';
import { expect, test } from './guarded-test.ts';
import { hits, openSearch } from './open-search.ts';

/** Serves a list that speaks of older notes, and answers for their index. */
async function pretendOlder(page: Page, answer: (route: Route) => Promise<void>): Promise<void> {
  await page.route('**/search/list.json', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), notes: 5000 } });
  });
  await page.route('**/pagefind/older/**', answer);
}

test.describe('the search of notes', () => {
  test('shows the newest notes first, and puts what older ones say behind them', async ({ page }) => {
    const { promise: loaded, resolve: load } = Promise.withResolvers<void>();
    await pretendOlder(page, async (route) => {
      await loaded;
      const response = await route.fetch({ url: route.request().url().replace('/older/', '/newest/') });
      await route.fulfill({ response });
    });
    await openSearch(page, '?q=footnote%20octocat');
    await expect(hits(page, 'notes')).toHaveCount(1);
    await hits(page, 'notes').focus();
    await expect(page.getByRole('status')).toHaveText('');
    load();
    await expect(hits(page, 'notes')).toHaveCount(2);
    await expect(hits(page, 'notes').first()).toBeFocused();
    await expect(page.getByRole('status')).toHaveText('Found notes of 2 releases.');
    expect(page.workers()).toHaveLength(2);
    await page.getByLabel('Project').selectOption('Alpha');
    await expect(hits(page, 'notes')).toHaveCount(0);
  });

  test('says so where the notes have no index, and asks for none', async ({ page }) => {
    await page.route('**/search/list.json', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), notes: 0 } });
    });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await openSearch(page, '?q=footnote');
    await expect(page.getByText('The notes of this site have no index')).toBeVisible();
    await expect(page.getByRole('status')).toHaveText(/^Nothing was found/);
    expect(asked.filter((url) => url.includes('pagefind'))).toEqual([]);
  });
});

// What does not come is an error in the console too.
unguarded.describe('where an index does not come, the search', () => {
  unguarded('shows what the newest notes say, and says what is missing', async ({ page }) => {
    await pretendOlder(page, (route) => route.abort());
    await openSearch(page, '?q=footnote%20octocat');
    await expect(hits(page, 'notes')).toHaveCount(1);
    await expect(page.getByRole('status')).toHaveText(
      /^Found notes of 1 release\. The older notes could not be searched: .+ Reload the page to try again\.$/,
    );
  });

  unguarded('says what is missing, and not that there is nothing', async ({ page }) => {
    await page.route('**/pagefind/newest/**', (route) => route.abort());
    await openSearch(page, '?q=footnote%20octocat');
    await expect(page.getByRole('status')).toHaveText(/^The newest notes could not be searched: /);
    await expect(hits(page, 'notes')).toHaveCount(0);
  });
});
