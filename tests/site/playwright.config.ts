import { defineConfig } from 'playwright/test';
import { CHROMIUM } from './chromium.ts';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  globalSetup: './global-setup.ts',
  outputDir: '../../test-results',
  reporter: 'list',
  // A test that passes at the second try found something: no retries.
  retries: 0,
  fullyParallel: true,
  workers: 2,
  timeout: 90_000,
  snapshotPathTemplate: '../goldens/screens/{arg}{ext}',
  // Nothing is timed: a busy machine may take its time.
  expect: {
    timeout: 30_000,
    toHaveScreenshot: { maxDiffPixels: 100, animations: 'disabled', caret: 'hide' },
  },
  use: {
    browserName: 'chromium',
    headless: true,
    launchOptions: CHROMIUM,
  },
});
