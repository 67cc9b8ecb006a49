import { existsSync } from 'node:fs';
import { defineConfig } from 'playwright/test';

const DEBIAN = '/usr/bin/chromium';
const chromium = process.env['CHROMIUM_PATH'] ?? (existsSync(DEBIAN) ? DEBIAN : undefined);
const isRoot = process.getuid?.() === 0;

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
  use: {
    browserName: 'chromium',
    headless: true,
    launchOptions: {
      ...(chromium !== undefined && { executablePath: chromium }),
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // Chromium refuses to sandbox what root starts.
        ...(isRoot ? ['--no-sandbox'] : []),
      ],
    },
  },
});
