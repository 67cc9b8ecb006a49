import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parsePackage } from '../../src/core/package.ts';
import type { Project } from '../../src/core/project.ts';
import { applyAnswers } from '../../src/pipeline/apply-answers.ts';
import { collectAnswers } from '../../src/pipeline/collect.ts';
import { planFetch } from '../../src/pipeline/fetch-plan.ts';
import { readHeld } from '../../src/pipeline/read-held.ts';
import type { HttpOptions } from '../../src/platform/http/create-http.ts';
import { createHttp } from '../../src/platform/http/create-http.ts';
import { createMirrors } from '../../src/platform/mirrors.ts';
import { aProject } from '../build-release.ts';
import { memoryValidators } from '../contract/world-at.ts';
import { npmProject } from '../sources/npm/npm-world.ts';
import type { Tree } from './check-tree.ts';
import { readFolder } from './read-tree.ts';

const OTHERS = Array.from({ length: 49 }, (_, index) => `p${String(index + 1).padStart(2, '0')}`);

/** The names of the packages beside the one that is to be faulty. */
export const BESIDE: readonly string[] = OTHERS;

export interface Looking {
  /** The npm registry of all that has no other home. */
  readonly registry: string;
  readonly npmrc?: string;
  readonly homes?: Readonly<Record<string, string>>;
  readonly subject: string;
  readonly at: string;
  readonly http: Omit<HttpOptions, 'userAgent' | 'random'>;
}

/** What a run came to: all files, and the milliseconds that it took with all that it would have waited. */
export interface Looked {
  readonly tree: Tree;
  readonly ms: number;
}

/** A project folder that follows fifty packages. */
export interface Fifty {
  readonly look: (looking: Looking) => Promise<Looked>;
  readonly copy: () => Promise<Fifty>;
  readonly remove: () => Promise<void>;
}

export async function fifty(): Promise<Fifty> {
  return fiftyIn(await mkdtemp(join(tmpdir(), 'tidings-fifty-')));
}

function fiftyIn(root: string): Fifty {
  return {
    async look({ registry, npmrc = '', homes = {}, subject, at, http }) {
      const projects = [...OTHERS.map((name) => `pkg:npm/${name}`), subject].map(toProject);
      const workspace = { root, data: join(root, 'data'), cache: join(root, '.cache'), projects };
      let waitedMs = 0;
      const sleep = async (milliseconds: number) => {
        waitedMs += milliseconds;
      };
      const world = {
        http: createHttp({ sleep, ...http, userAgent: 'tidings-tests', random: () => 0.5 }),
        validators: memoryValidators(),
        credentials: () => undefined,
        mirrors: createMirrors(new Map(Object.entries(homes))),
        githubToken: undefined,
        githubApiUrl: '',
        githubUrl: '',
        root: await npmProject(`registry=${registry}\n${npmrc}`),
      };
      const plan = planFetch(projects);
      const began = performance.now();
      const answers = await collectAnswers(plan, await readHeld(workspace, plan), world, undefined, 'silent');
      const ms = performance.now() - began + waitedMs;
      await applyAnswers(workspace, { ...answers, at });
      return { tree: await readFolder(root), ms };
    },
    async copy() {
      const folder = await mkdtemp(join(tmpdir(), 'tidings-fifty-'));
      await cp(root, folder, { recursive: true });
      return fiftyIn(folder);
    },
    remove: () => rm(root, { recursive: true }),
  };
}

function toProject(purl: string): Project {
  return aProject({ id: purl, package: parsePackage(purl) });
}
