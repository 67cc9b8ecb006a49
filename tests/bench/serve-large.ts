import { hubHandler } from '../upstream/docker-hub.ts';
import { gitlabHandler } from '../upstream/gitlab.ts';
import { makeProject, makeRelease } from '../upstream/gitlab-project.ts';
import { mount } from '../upstream/mount.ts';
import { npmHandler } from '../upstream/npm.ts';
import { makePackage } from '../upstream/npm-package.ts';
import { makeProject as makePypiProject, pypiHandler } from '../upstream/pypi.ts';
import { startUpstream } from '../upstream/upstream.ts';

// The largest that upstreams give, in a process of its own: see memory.ts.

const PADDING = 'x'.repeat(1000);
const DAY = 86_400_000;

const versions = Array.from({ length: 5_000 }, (_, number) => `1.${number}.0`);
const release = (version: string, number: number) =>
  makeRelease(`v${version}`, number, { description: `- ${PADDING}` });
const tags = Array.from({ length: 10_000 }, (_, number) => ({
  id: number,
  name: `1.${number}.0`,
  digest: `sha256:${number.toString(16).padStart(64, '0')}`,
  pushedAt: Date.UTC(1995, 0, 1) + number * DAY,
}));

// 40 MB of JSON: what is not read of a file is most of it.
const project = makePypiProject('tool', versions);
const files = project.files.map((file) => ({
  ...file,
  element: { padding: PADDING.repeat(4).slice(0, 3700) },
}));
const npmPackage = makePackage('tool', versions);

const { origin, host } = await startUpstream([
  mount('/gitlab', gitlabHandler([makeProject('acme/tool', { releases: versions.map(release) })])),
  mount('/hub', hubHandler(new Map([['acme/tool', tags]]))),
  mount('/pypi', pypiHandler([{ ...project, files }])),
  npmHandler([{ ...npmPackage, extra: { readme: PADDING.repeat(37_000) } }], { kind: 'plain' }),
]);

process.on('disconnect', () => process.exit());
process.send?.({ origin, host });
