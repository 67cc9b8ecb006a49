import { gzipSync } from 'node:zlib';
import { PAGES } from './fixture-pages.ts';
import { expect, open, test } from './guarded-test.ts';

const MOST = { all: 60_000, script: 12_000 };
const COUNTED = new Set(['document', 'stylesheet', 'script']);

test('the feed weighs little: what comes with it is counted as it travels, compressed', async ({ page }) => {
  const weights: { readonly type: string; readonly bytes: number }[] = [];
  const counting: Promise<void>[] = [];
  page.on('response', (response) => {
    const type = response.request().resourceType();
    if (!COUNTED.has(type)) return;
    const count = async () => {
      weights.push({ type, bytes: gzipSync(await response.body(), { level: 6 }).length });
    };
    counting.push(count());
  });
  await open(page, PAGES.feed);
  await page.waitForLoadState('networkidle');
  await Promise.all(counting);
  const weigh = (type?: string) =>
    weights.filter((one) => type === undefined || one.type === type).reduce((sum, one) => sum + one.bytes, 0);
  // All three are there: else nothing was measured.
  for (const type of COUNTED) expect(weigh(type), type).toBeGreaterThan(500);
  expect(weigh('script')).toBeLessThanOrEqual(MOST.script);
  expect(weigh()).toBeLessThanOrEqual(MOST.all);
  console.log(`weight of the feed: ${weigh('script')} of script, ${weigh()} in all`);
});
