import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { releasePages } from '../../src/outputs/release-pages.ts';
import { siteAddress } from '../../src/outputs.ts';
import type { Site } from '../../src/site.ts';
import { toChange } from '../../src/store/classify.ts';
import { aFolder, aProject, aRelease } from '../build-release.ts';
import { aSite, aView, stubRenderer } from './build-site.ts';
import { writeProjectFiles } from './write-project-files.ts';

/** Stamps the pages of a site out of a small shell. */
async function stamp(t: TestContext, site: Site): Promise<{ folder: string; paths: string[] }> {
  stubRenderer();
  const folder = await aFolder(t);
  const target = { folder, url: 'https://team.example/tidings/', base: '/tidings/' };
  return { folder, paths: await writeProjectFiles(site, target, [releasePages]) };
}

describe('release pages', () => {
  const versions = ['1.1.0', '1.0.0+b/<7>'];
  const releases = versions.map((version, index) =>
    aRelease({
      version,
      publishedAt: `2026-09-0${2 - index}T00:00:00Z`,
      ...(index === 0 && { notes: ['**Bold** & <new>'], notesFrom: 'release' as const }),
    }),
  );
  const moved = toChange({ kind: 'tag-moved' }, 'pkg:npm/tool', '1.1.0', '2026-11-05T00:00:00Z');
  const site = aSite([aView(releases, aProject({ name: 'A<b>' }))], { changes: [moved] });

  test('are one a release', async (t) => {
    const { paths } = await stamp(t, site);
    assert.deepEqual(paths, ['projects/tool/1.0.0+b%2f%3c7%3e/index.html', 'projects/tool/1.1.0/index.html']);
  });

  test('have their title, description and absolute address, escaped', async (t) => {
    const { folder } = await stamp(t, site);
    const odd = await readFile(join(folder, 'projects/tool/1.0.0+b%2f%3c7%3e/index.html'), 'utf8');
    assert.ok(
      odd.startsWith(
        '<t>A&lt;b&gt; 1.0.0+b/&lt;7&gt;</t><d>A&lt;b&gt; 1.0.0+b/&lt;7&gt;: release notes, files and history</d>' +
          '<c>https://team.example/tidings/projects/tool/1.0.0+b%252f%253c7%253e/</c><p>tool</p>',
      ),
      odd,
    );
    const plain = await readFile(join(folder, 'projects/tool/1.1.0/index.html'), 'utf8');
    assert.match(plain, /<d>Bold &amp;/);
    assert.ok(!plain.includes('<new>'.concat('</d>')));
  });

  test('have what a model made of their notes, above them', async (t) => {
    const fixes = [{ text: 'Fixes a crash', quote: 'Fixed a crash' }];
    const views = site.projects.map((view) => {
      return { ...view, summaries: new Map([['1.1.0', { model: 'm-1', content: { fixes } }]]) };
    });
    const { folder } = await stamp(t, aSite(views));
    const newer = await readFile(join(folder, 'projects/tool/1.1.0/index.html'), 'utf8');
    assert.ok(
      newer.indexOf('Fixes a crash') > 0 && newer.indexOf('Fixes a crash') < newer.indexOf('rendered'),
    );
    const older = await readFile(join(folder, 'projects/tool/1.0.0+b%2f%3c7%3e/index.html'), 'utf8');
    assert.ok(!older.includes('Fixes a crash'));
  });

  test('have their notes, their changes and their neighbours, and nobody else’s', async (t) => {
    const { folder } = await stamp(t, site);
    const newer = await readFile(join(folder, 'projects/tool/1.1.0/index.html'), 'utf8');
    const older = await readFile(join(folder, 'projects/tool/1.0.0+b%2f%3c7%3e/index.html'), 'utf8');
    assert.ok(newer.includes('<p>rendered **Bold** & <new></p>') && !older.includes('rendered'));
    assert.ok(newer.includes('tag moved') && !older.includes('tag moved'));
    assert.deepEqual([newer.includes('rel="prev"'), newer.includes('rel="next"')], [true, false]);
    assert.deepEqual([older.includes('rel="prev"'), older.includes('rel="next"')], [false, true]);
  });
});

test('a release of an older line leads along that line, and compares with it', async (t) => {
  const releases = ['20.0.0', '22.0.0', '20.1.0', '22.1.0'].map((version, day) =>
    aRelease({ version, publishedAt: `2026-09-0${day + 1}T00:00:00Z` }),
  );
  const { folder } = await stamp(t, aSite([aView(releases)]));
  const page = await readFile(join(folder, 'projects/tool/22.1.0/index.html'), 'utf8');
  assert.match(page, /\/22\.0\.0\/"><span>Previous on 22</);
  assert.match(page, /\/20\.1\.0\/"><span>Older</);
  assert.match(page, /compare\/\?from=22\.0\.0&amp;to=22\.1\.0"/);
});

describe('the address of the site', () => {
  for (const [address, site, base] of [
    ['https://team.example/tidings/', 'https://team.example', '/tidings'],
    ['https://team.example', 'https://team.example', '/'],
    [undefined, 'http://localhost:4321', '/'],
  ] as const) {
    test(`${address ?? 'unset'}: origin and base`, (t) => {
      const before = process.env['TIDINGS_SITE'];
      t.after(() => set(before));
      set(address);
      assert.deepEqual(siteAddress(), { site, base });
    });
  }

  function set(address: string | undefined): void {
    if (address === undefined) delete process.env['TIDINGS_SITE'];
    else process.env['TIDINGS_SITE'] = address;
  }
});
