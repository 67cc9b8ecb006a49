import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePackage } from '../../src/core/package.ts';
import { projectEntries } from '../../src/derive/entries.ts';
import { toLedger } from '../../src/derive/ledger.ts';
import { KIND_PARTS, LEDGER_PARTS } from '../../src/derive/ledger-parts.ts';
import { aProject, aRecord, aRelease } from '../build-release.ts';
import { aChange, recut } from './build-change.ts';

const github = parsePackage('pkg:github/acme/tool');
const project = aProject({ channels: [github] });
const records = new Map([
  ['pkg:npm/tool', aRecord({ package: 'pkg:npm/tool', releases: [aRelease({ version: '1.0.0' })] })],
  [github.purl, aRecord()],
]);
const tool = { project, entries: projectEntries(project, records), records };
const own = aProject({ id: 'own', package: github });
const other = { project: own, entries: projectEntries(own, records), records };

describe('the ledger of the site', () => {
  const yanked = aChange('yanked');
  const moved = aChange('tag-moved', { package: github.purl, version: 'v1.0.0' });
  const forgotten = aChange('withdrawn', { package: 'pkg:npm/forgotten' });
  const changes = [yanked, forgotten, moved];
  const ledger = toLedger(changes, [tool]);

  test('leaves out what nobody follows', () => {
    assert.deepEqual(
      ledger.items.map(({ first }) => first),
      [yanked, moved],
    );
    assert.equal(ledger.placeOf(forgotten), undefined);
    assert.equal(ledger.projectOf('pkg:npm/forgotten'), undefined);
  });

  test('knows project and entry of a change, in a channel too', () => {
    const [entry] = tool.entries;
    assert.ok(entry !== undefined);
    for (const change of [yanked, moved]) {
      assert.equal(ledger.projectOf(change.package), project);
      assert.equal(ledger.entryOf(change), entry);
    }
    assert.equal(ledger.entryOf({ ...yanked, version: '9' }), undefined);
  });

  test('gives a package to the project that it is the first of', () => {
    for (const projects of [
      [tool, other],
      [other, tool],
    ]) {
      const both = toLedger(changes, projects);
      assert.equal(both.projectOf(github.purl), own);
      assert.equal(both.entryOf(moved)?.project, own);
      assert.equal(both.itemsOf(project).length, 2);
      assert.equal(both.itemsOf(own).length, 1);
    }
  });

  test('has a place for each change, one for those that are told as one', () => {
    assert.equal(ledger.placeOf(yanked), `changes/2026/11/#c${ledger.items[0]?.id}`);
    const edits = recut(21);
    const places = edits.map(toLedger(edits, [tool]).placeOf);
    assert.equal(new Set(places).size, 1);
    assert.match(places[0] ?? '', /^changes\/2026\/11\/#c[0-9a-f]{16}$/);
  });

  test('knows the history of a change', () => {
    const { release, changes: told } = ledger.historyOf(moved);
    assert.equal(release?.version, 'v1.0.0');
    assert.deepEqual(told, [moved]);
  });

  test('has a part for each severity, and for what happened after publication', () => {
    const all = toLedger([...changes, aChange('published'), aChange('retitled')], [tool]).items;
    const counts = LEDGER_PARTS.map(({ path, has }) => [path, all.filter(has).length]);
    assert.deepEqual(counts, [
      ['', 4],
      ['afterwards/', 3],
      ['alerts/', 1],
      ['notices/', 1],
      ['info/', 2],
    ]);
    const kinds = KIND_PARTS.filter(({ has }) => all.some(has)).map(({ path }) => path);
    assert.deepEqual(kinds, ['kinds/published/', 'kinds/retitled/', 'kinds/tag-moved/', 'kinds/yanked/']);
  });
});
