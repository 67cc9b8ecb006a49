import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { createHttp } from '../../../src/platform/http/create-http.ts';
import { openValidators } from '../../../src/platform/http/validators.ts';
import { npmRegistries } from '../../../src/sources/npm/npm-registries.ts';
import type { World } from '../../../src/sources/source.ts';

const folders: string[] = [];
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

/**
 * A project folder with this .npmrc. What the machine and the npm that runs the tests are configured with does not count, so that no
 * test can reach a real registry. The folder goes when the tests have run.
 */
export async function npmProject(npmrc: string): Promise<string> {
  for (const name of Object.keys(process.env)) {
    if (/^npm_config_/i.test(name)) delete process.env[name];
  }
  const root = await mkdtemp(join(tmpdir(), 'tidings-npm-'));
  folders.push(root);
  process.env['npm_config_userconfig'] = join(root, 'no-user-config');
  process.env['npm_config_globalconfig'] = join(root, 'no-global-config');
  await writeFile(join(root, 'package.json'), '{}');
  await writeFile(join(root, '.npmrc'), npmrc);
  return root;
}

/** A world in which npm is configured with the emulator's registry. */
export async function npmWorld(origin: string, token?: string): Promise<World> {
  const { host } = new URL(origin);
  const root = await npmProject(
    [`registry=${origin}/`, ...(token === undefined ? [] : [`//${host}/:_authToken=${token}`]), ''].join(
      '\n',
    ),
  );
  const registries = await npmRegistries(root);
  const http = createHttp({
    userAgent: 'tidings-test/1.0 (+https://tidings.example)',
    registryHosts: registries.hosts,
    limits: { deadlineMs: 5_000, streamDeadlineMs: 5_000, gapMs: 1_000 },
    sleep: async () => {},
    random: () => 0.5,
  });
  const validators = openValidators(join(root, '.cache'));
  return {
    http,
    validators,
    credentials: () => undefined,
    mirrors: (address) => address,
    githubToken: undefined,
    githubApiUrl: '',
    githubUrl: '',
    root,
  };
}
