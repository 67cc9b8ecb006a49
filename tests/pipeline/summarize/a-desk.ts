import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { parsePackage } from '../../../src/core/package.ts';
import type { Project } from '../../../src/core/project.ts';
import type { Release } from '../../../src/core/release.ts';
import { openModel } from '../../../src/enrich/summaries/model.ts';
import { summarize } from '../../../src/pipeline/summarize/summarize.ts';
import type { SummarizeOptions } from '../../../src/pipeline/summarize/summarize-options.ts';
import type { Workspace } from '../../../src/pipeline/workspace.ts';
import { WHOLE } from '../../../src/store/layout.ts';
import { writePackage } from '../../../src/store/write.ts';
import { aProject, aRecord, aRelease } from '../../build-release.ts';
import { openHttp } from '../../platform/http/local-server.ts';
import { openai, type Script } from '../../upstream/openai.ts';
import { type Options, startUpstream, type Upstream } from '../../upstream/upstream.ts';

export const AT = '2026-11-20T10:00:00Z';
export const TOOL = 'pkg:npm/tool';
export const LINE = 'Fixed a crash when the config file is empty';

/** Notes that are long enough to be summed up. */
export function someNotes(about: string): string[] {
  const more = Array.from(
    { length: 8 },
    (_, index) => `- Improved part ${index} of the ${about} reader by a good deal`,
  );
  return ['## Changes', '', `- ${LINE}`, ...more];
}

export function aNoted(version: string, fields: Partial<Release> = {}): Release {
  const notes = someNotes(version);
  return aRelease({
    version,
    publishedAt: '2026-10-20T00:00:00Z',
    seenAt: '2026-10-20T00:00:00Z',
    notes,
    notesFrom: 'changelog',
    ...fields,
  });
}

/** What an honest model says of such notes. */
export const HONEST = {
  headline: null,
  breaking: [],
  security: [],
  features: [],
  fixes: [{ text: 'Fixes a crash with an empty config file', quote: LINE }],
  action: null,
};

const OPTIONS: SummarizeOptions = {
  endpoint: { baseUrl: '', host: '', key: 'sk-test', model: 'scripted' },
  only: undefined,
  since: undefined,
  limits: { calls: 50, tokens: 1_000_000 },
  answerTokens: 500,
  price: undefined,
  land: 'files',
};

/** A workspace in a folder that holds these releases of one package. */
export async function aWorkspace(
  root: string,
  releases: readonly Release[],
  project: Project = aProject(),
): Promise<Workspace> {
  const data = join(root, 'data');
  await writePackage(data, parsePackage(TOOL), aRecord({ package: TOOL, releases }), WHOLE);
  return { root, data, cache: join(root, '.cache'), projects: [project] };
}

export interface Endpoint extends Upstream {
  /** Runs with these options; what was told to people is in `said`. */
  readonly run: (workspace: Workspace, options?: Partial<SummarizeOptions>) => ReturnType<typeof summarize>;
  readonly said: readonly string[];
}

/** A scripted endpoint, and runs against it. */
export async function anEndpoint(
  t: TestContext,
  script: Script,
  options: Options & { deadlineMs?: number } = {},
): Promise<Endpoint> {
  const upstream = await startUpstream([openai(script)], options);
  t.after(upstream.close);
  const said: string[] = [];
  const { deadlineMs = 5000 } = options;
  const run = (workspace: Workspace, wanted: Partial<SummarizeOptions> = {}) => {
    const endpoint = { ...OPTIONS.endpoint, baseUrl: `${upstream.origin}/v1`, host: upstream.host };
    const all = { ...OPTIONS, endpoint, ...wanted };
    const { http } = openHttp([upstream.host], { limits: { deadlineMs, gapMs: deadlineMs } });
    return summarize(workspace, all, {
      openModel: () =>
        openModel(all.endpoint, { http, sleep: async () => {}, answerTokens: all.answerTokens }),
      now: () => AT,
      log: (line) => void said.push(line),
    });
  };
  return { ...upstream, run, said };
}
