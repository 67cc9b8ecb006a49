import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ApiRelease } from '../../src/api/shapes/release.ts';
import { toProject } from '../../src/api/to-project.ts';
import { toRelease } from '../../src/api/to-release.ts';
import { notesHash } from '../../src/core/notes.ts';
import { parsePackage } from '../../src/core/package.ts';
import { saysOf } from '../../src/derive/says.ts';
import { meaningOf } from '../../src/site/meaning.ts';
import { aProject, aRelease } from '../build-release.ts';
import { aView } from '../outputs/build-site.ts';
import { aFullView, releases, SITE_URL } from './an-api.ts';

const full = aFullView();
const byVersion = new Map(
  full.entries.map((entry) => [entry.version, toRelease(entry, full, meaningOf)] as const),
);

function told(version: string): ApiRelease {
  return byVersion.get(version) ?? assert.fail(`there is no ${version}`);
}

describe('a release', () => {
  test('has the marks that the site sets, and no others', () => {
    const says = saysOf([full], meaningOf);
    for (const entry of full.entries) {
      const { breaking, security } = told(entry.version);
      assert.equal(breaking !== undefined, says.breaks(entry), entry.version);
      assert.equal(security !== undefined, says.secures(entry), entry.version);
    }
    assert.equal(told('2.0.0').breaking?.rule, 'heading');
    assert.match(told('2.0.0').breaking?.quote ?? '', /^No Node 18/);
    assert.deepEqual(told('1.0.0').breaking, { rule: 'version' });
    assert.deepEqual(told('1.1.0').security, { rule: 'advisory-fixed' });
    assert.equal(told('1.0.1').breaking, undefined);
  });

  test('names the advisories that it fixes and those that it is affected by', () => {
    assert.deepEqual(told('1.1.0').fixes, ['GHSA-aaaa-bbbb-cccc']);
    assert.deepEqual(told('1.1.0').affectedBy, [{ id: 'GHSA-dddd-eeee-ffff', fixedIn: '3.0.0' }]);
    assert.equal(told('3.0.0-rc.1').fixes, undefined);
  });

  test('has the hash of its notes, not the notes', () => {
    const text = full.entries.find(({ version }) => version === '2.0.0')?.notes?.text ?? assert.fail();
    assert.deepEqual(told('2.0.0').notes, {
      hash: notesHash(text),
      from: 'release',
      package: 'pkg:npm/tool',
    });
    assert.equal(told('1.1.0').notes, undefined);
  });

  test('tells its state in the words of upstream', () => {
    assert.equal(told('1.0.1').yanked, 'broken build');
    assert.match(told('1.1.0').deprecated ?? '', /^<\/script>/);
    assert.deepEqual(
      [told('1.0.0').missingSince, told('1.0.0').withdrawnAt],
      ['2026-10-01T00:00:00Z', '2026-10-03T00:00:00Z'],
    );
    assert.equal(told('3.0.0-rc.1').prerelease, true);
  });

  test('tells which channels ship it, under their own name for it', () => {
    assert.deepEqual(told('2.0.0').channels, [
      { package: 'pkg:github/acme/tool', version: 'v2.0.0', at: '2026-09-01T12:00:00Z' },
    ]);
    assert.equal(told('1.1.0').channels, undefined);
  });

  test('has its tag where that is more, and an address whatever it is called', () => {
    const project = aProject({ package: parsePackage('pkg:github/acme/tool') });
    const view = aView([aRelease({ version: 'v1.0.0+Ü/<b>' })], project);
    const [entry = assert.fail()] = view.entries;
    const { id, version, tag, page } = toRelease(entry, view, meaningOf);
    assert.deepEqual([version, tag], ['1.0.0+Ü/<b>', 'v1.0.0+Ü/<b>']);
    assert.equal(id, 'pkg:github/acme/tool@v1.0.0%2B%C3%9C%2F%3Cb%3E');
    assert.equal(page, 'projects/tool/v1.0.0+%25c3%259c%252f%253cb%253e/');
  });
});

test('a release has the address that upstream gave it, where it is another one', () => {
  const view = aView([aRelease({ version: '1.0.0', url: 'https://tool.example/one' })]);
  const [entry = assert.fail()] = view.entries;
  assert.equal(toRelease(entry, view, meaningOf).upstream, 'https://tool.example/one');
});

describe('a project', () => {
  const view = (count: number) => aView(releases(count), aProject());

  test('of 199 releases is one document, and of 200 begins a page of the oldest hundred', () => {
    const one = toProject(view(199), SITE_URL, meaningOf);
    assert.deepEqual([one.project.releases.length, one.pages.length, one.project.older], [199, 0, undefined]);
    const two = toProject(view(200), SITE_URL, meaningOf);
    assert.equal(two.project.older, 'api/v1/projects/tool/1.json');
    assert.deepEqual([two.project.count, two.project.releases.length, two.pages.length], [200, 100, 1]);
    assert.equal(two.pages[0]?.releases.at(-1)?.version, '1.1.0');
    assert.equal(two.pages[0]?.older, undefined);
  });

  test('goes back from page to page through all its releases', () => {
    const { project, pages } = toProject(view(450), SITE_URL, meaningOf);
    const byAddress = new Map(pages.map((page) => [`api/v1/projects/tool/${page.number}.json`, page]));
    const versions = project.releases.map(({ version }) => version);
    for (let next = project.older; next !== undefined; ) {
      const page = byAddress.get(next) ?? assert.fail(next);
      versions.push(...page.releases.map(({ version }) => version));
      next = page.older;
    }
    assert.deepEqual(
      versions,
      releases(450).map(({ version }) => version),
    );
  });

  test('without releases says that it has none', () => {
    const { project, pages } = toProject(view(0), SITE_URL, meaningOf);
    assert.deepEqual(
      [project.count, project.releases, project.tracks, project.standing, pages],
      [0, [], [], {}, []],
    );
  });

  test('has all its tracks, and says which are kept', () => {
    const { tracks } = toProject(full, SITE_URL, meaningOf).project;
    assert.deepEqual(
      tracks.map(({ name, kept, latest }) => [name, kept, latest.version]),
      [
        ['2', true, '2.0.0'],
        ['1', undefined, '1.1.0'],
      ],
    );
  });
});
