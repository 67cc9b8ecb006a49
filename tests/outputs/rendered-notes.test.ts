import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePackage } from '../../src/core/package.ts';
import type { Release } from '../../src/core/release.ts';
import type { UpstreamContext } from '../../src/render/upstream-context.ts';
import { notesHtml, prepareNotes, useRenderer } from '../../src/site.ts';
import { aProject, aRecord, aRelease } from '../build-release.ts';
import { aView } from './build-site.ts';

/** A view of one release, of a package whose registry names this repository. */
function viewOf(purl: string, release: Partial<Release>, repository?: string) {
  const view = aView([aRelease(release)], aProject({ package: parsePackage(purl) }));
  return { ...view, records: new Map([[purl, aRecord({ package: purl, upstream: { repository } })]]) };
}

const REPOSITORY = 'https://github.com/acme/tool';
const NOTES: Partial<Release> = { notes: ['text'], notesFrom: 'release' };

const CONTEXTS: Readonly<Record<string, readonly [ReturnType<typeof viewOf>, UpstreamContext]>> = {
  'a forge are read at its tag': [
    viewOf('pkg:github/acme/tool', { ...NOTES, version: 'v1.0.0' }),
    {
      repositoryUrl: REPOSITORY,
      forge: 'github',
      ref: 'v1.0.0',
      sourceUrl: `${REPOSITORY}/releases/tag/v1.0.0`,
      hardBreaks: true,
    },
  ],
  'a changelog go on where a line of it ends': [
    viewOf('pkg:github/acme/tool', { ...NOTES, version: 'v1.0.0', notesFrom: 'changelog' }),
    {
      repositoryUrl: REPOSITORY,
      forge: 'github',
      ref: 'v1.0.0',
      sourceUrl: `${REPOSITORY}/releases/tag/v1.0.0`,
      hardBreaks: false,
    },
  ],
  'a registry are read in the repository that it names, whose tags it does not know': [
    viewOf('pkg:npm/tool', { ...NOTES, version: '1.0.0' }, REPOSITORY),
    {
      repositoryUrl: REPOSITORY,
      forge: undefined,
      ref: 'HEAD',
      sourceUrl: 'https://www.npmjs.com/package/tool/v/1.0.0',
      hardBreaks: true,
    },
  ],
  'a registry that names none are read alone': [
    viewOf('pkg:npm/tool', { ...NOTES, version: '1.0.0' }),
    {
      repositoryUrl: undefined,
      forge: undefined,
      ref: 'HEAD',
      sourceUrl: 'https://www.npmjs.com/package/tool/v/1.0.0',
      hardBreaks: true,
    },
  ],
};

for (const [name, [view, context]] of Object.entries(CONTEXTS)) {
  test(`notes of ${name}`, async () => {
    const contexts: UpstreamContext[] = [];
    useRenderer({
      render: async (_, asked) => {
        contexts.push(asked);
        return { html: '', fallback: false };
      },
      prepare: async (_, asked) => void contexts.push(asked),
      close: async () => {},
    });
    for (const entry of view.entries) {
      await notesHtml(view, entry);
      await prepareNotes(view, entry);
    }
    assert.deepEqual(contexts, [context, context]);
  });
}

test('nobody is asked for notes that are not there', async () => {
  const view = viewOf('pkg:npm/tool', {});
  useRenderer({
    render: () => Promise.reject(new Error('asked')),
    prepare: () => Promise.reject(new Error('asked')),
    close: async () => {},
  });
  for (const entry of view.entries) {
    assert.equal(await notesHtml(view, entry), '');
    await prepareNotes(view, entry);
  }
});
