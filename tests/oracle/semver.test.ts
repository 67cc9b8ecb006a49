import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { z } from 'zod';
import { listFiles } from '../../src/platform/files.ts';
import { ROOT } from '../../src/platform/root.ts';
import { semver } from '../../src/versions/semver.ts';
import { testOracle } from './oracle.ts';
import { type Grammar, makePairs } from './pairs.ts';

const GRAMMAR: Grammar = {
  slots: [
    ['', '', '', '', '', '', '', 'v', 'v', ' ', '='],
    ['0', '1', '1', '1', '2', '2', '10', '99999', '01'],
    ['.0', '.0', '.0', '.1', '.1', '.10', '.00'],
    ['.0', '.0', '.0', '.1', '.9', '.10', '.x'],
    ['', '', '-0', '-1', '-10', '-alpha', '-alpha.1', '-rc.2', '-rc.10', '-beta-2', '--', '-0a', '-01', '-Z'],
    ['', '', '', '', '', '.0', '.1', '.1.a', '.00'],
    ['', '', '', '', '', '+1', '+build.01', '+a-b', '+a..b'],
  ],
  inserted: ['.', '-', '+', '0', '1', '9', 'a', 'Z', 'rc', 'v', ' ', '.0', '.x', '_'],
  real: [
    '1.0.0-alpha.beta',
    '18.3.0-canary-14898b6a9-20240318',
    '0.0.0-experimental-a1b2c3d-20240101',
    '5.0.0-dev.20230815',
    '4.0.0-next.10',
    '15.0.0-rc.0',
    '7.0.0-beta.0',
    '2.0.0-nightly.202401050000',
    '1.2.3-0.20240105',
    '0.1.0+deadbeef',
    ...(await readHeld()),
  ],
};

// node-semver refuses numbers beyond 2^53, and compares them as floating point in a pre-release.
const BEYOND = /\d{16}/;

/** The versions of all npm packages that this project holds. */
async function readHeld(): Promise<readonly string[]> {
  const Held = z.object({ releases: z.array(z.object({ version: z.string() })) });
  const folder = join(ROOT, 'data/releases/npm');
  const texts = await Promise.all(
    (await listFiles(folder)).map((path) => readFile(join(folder, path), 'utf8')),
  );
  return texts.flatMap((text) => Held.parse(JSON.parse(text)).releases.map(({ version }) => version));
}

testOracle({
  scheme: semver,
  tool: 'node-semver',
  command: [process.execPath, 'tests/oracle/node-semver.mjs'],
  probe: [process.execPath, '--version'],
  remedy: 'npm ci',
  judgesValidity: true,
  pairs: () => makePairs(GRAMMAR, 60_000).filter((pair) => !pair.some((text) => BEYOND.test(text))),
  exceptions: [
    {
      pair: ['9007199254740993.0.0', '1.0.0'],
      ours: 1,
      theirs: 'ERR',
      because:
        'the specification sets no limit, https://semver.org/#does-semver-have-a-size-limit-on-the-version-string',
    },
    {
      pair: ['1.0.0-9007199254740992', '1.0.0-9007199254740993'],
      ours: -1,
      theirs: 0,
      because: 'identifiers of digits are compared numerically, https://semver.org/#spec-item-11',
    },
  ],
});
