import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';

/** A folder that all modules which are loaded later on take for the project. It goes after the last test. */
export const OWN_ROOT = await realpath(await mkdtemp(join(tmpdir(), 'tidings-test-')));

process.chdir(OWN_ROOT);
after(() => rm(OWN_ROOT, { recursive: true, force: true }));
