import { existsSync } from 'node:fs';

const DEBIAN = '/usr/bin/chromium';
const path = process.env['CHROMIUM_PATH'] ?? (existsSync(DEBIAN) ? DEBIAN : undefined);
const isRoot = process.getuid?.() === 0;

/** How a browser is started that asks nobody but the site. */
export const CHROMIUM = {
  ...(path !== undefined && { executablePath: path }),
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
};
