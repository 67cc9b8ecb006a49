import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { listFiles } from '../../src/platform/files.ts';
import { git } from '../../src/platform/git.ts';
import { readHealth, readLedger } from '../../src/store/read.ts';
import type { Upstream } from '../upstream/upstream.ts';

const SCRIPTS = join(import.meta.dirname, '../../scripts');

/** What must never be seen outside the environment and npm's configuration. */
export const SECRETS = { github: 'ghp_noPageAndNoLogShowsThis', npm: 'npm_norShowsItThisOne' };

/** The end of one `npm run fetch`. */
export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const Report = z.object({
  at: z.string(),
  packages: z.number(),
  succeeded: z.number(),
  published: z.number(),
  paths: z.array(z.string()),
  failures: z.array(z.object({ package: z.string(), kind: z.string(), remedy: z.string().optional() })),
});

/** A project folder of somebody who runs `npm run fetch` against an emulated world. */
export interface FetchingProject {
  readonly root: string;
  /** What its commands find in their environment. */
  readonly environment: Readonly<Record<string, string>>;
  readonly fetch: (args: readonly string[], environment?: Readonly<Record<string, string>>) => Promise<Run>;
  readonly advise: FetchingProject['fetch'];
  /** All files below data/, by their paths in it. */
  readonly files: () => Promise<Record<string, string>>;
  /** Subjects of all commits, newest first. */
  readonly subjects: () => Promise<string[]>;
  readonly ledger: () => ReturnType<typeof readLedger>;
  readonly failing: () => Promise<Record<string, string>>;
  /** Another folder of the same content. */
  readonly copy: () => Promise<FetchingProject>;
}

const folders: string[] = [];

/** Removes the folders of all projects. */
export async function removeProjects(): Promise<void> {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
}

/** A git repository with nothing but a watchlist, whose npm and GitHub are the emulator. */
export async function fetchingProject(upstream: Upstream, watchlist: string): Promise<FetchingProject> {
  const root = await newFolder();
  await mkdir(join(root, 'data/watchlists'), { recursive: true });
  await writeFile(join(root, 'data/watchlists/main.yml'), watchlist);
  await writeFile(join(root, 'package.json'), '{}\n');
  await writeFile(join(root, '.gitignore'), '.cache/\n.npmrc\nremote.git/\n');
  await writeFile(join(root, '.npmrc'), `//${upstream.host}/:_authToken=${SECRETS.npm}\n`);
  await git(root, ['init', '--quiet', '--initial-branch=main']);
  await git(root, ['config', 'user.name', 'Somebody']);
  await git(root, ['config', 'user.email', 'somebody@tidings.example']);
  await git(root, ['add', '--all']);
  await git(root, ['commit', '--quiet', '--message=Follow']);
  return projectIn(root, upstream);
}

/** A folder that is there already, as such a project. */
export function projectIn(root: string, upstream: Upstream): FetchingProject {
  const data = join(root, 'data');
  const environment = environmentOf(root, upstream);
  return {
    root,
    environment,
    fetch: (args, more) => run(root, 'fetch', args, { ...environment, ...more }),
    advise: (args, more) => run(root, 'advise', args, { ...environment, ...more }),
    files: () => readAll(data),
    subjects: async () => (await git(root, ['log', '--format=%s'])).trim().split('\n'),
    ledger: () => readLedger(data),
    failing: async () => {
      const { failing } = await readHealth(data);
      return Object.fromEntries(failing.map((failure) => [failure.package, failure.kind]));
    },
    copy: async () => {
      const folder = await newFolder();
      await cp(root, folder, { recursive: true });
      return projectIn(folder, upstream);
    },
  };
}

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tidings-fetch-'));
  folders.push(folder);
  return folder;
}

/** The report that `--json` prints. */
export function reportOf({ stdout }: Run): z.infer<typeof Report> {
  return Report.parse(JSON.parse(stdout));
}

/** Nothing of this machine's own configuration: a test can reach the emulator and nobody else. */
export function environmentOf(root: string, { origin, host }: Upstream): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: root,
    TIDINGS_ALLOW_HOSTS: host,
    npm_config_registry: `${origin}/`,
    npm_config_globalconfig: join(root, 'no-global-config'),
    TIDINGS_OSV: origin,
    GITHUB_API_URL: origin,
    GITHUB_SERVER_URL: origin,
    GITHUB_TOKEN: SECRETS.github,
  };
}

function run(
  cwd: string,
  command: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<Run> {
  const script = join(SCRIPTS, `${command}.ts`);
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], { cwd, env, timeout: 300_000 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ code, stdout, stderr });
    });
  });
}

/** Every file below a folder as text, by its path. */
export async function readAll(folder: string): Promise<Record<string, string>> {
  const paths = await listFiles(folder);
  const read = paths.map(async (path) => [path, await readFile(join(folder, path), 'utf8')] as const);
  return Object.fromEntries(await Promise.all(read));
}
