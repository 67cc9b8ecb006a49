import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { listingsOf } from '../../contract/scene.ts';
import { makePackage, manifestOf, type NugetPackage } from '../../upstream/nuget.ts';
import { makeZip } from '../../upstream/zip.ts';
import { heldAfter, notesOf, PURL, pathsIn, play } from './nuget-scene.ts';

const packed = (inside: string) =>
  makeZip({ 'lib/x.nuspec': 'not this', 'Acme.Tool.nuspec': manifestOf(inside), 'lib/x.dll': 'x' });

/** A feed that shows no manifests. */
function without(versions: readonly string[], archive: Uint8Array | undefined): NugetPackage {
  const pkg = makePackage('Acme.Tool', versions);
  return {
    ...pkg,
    versions: pkg.versions.map(({ nuspec: _, ...version }) => ({ ...version, ...(archive && { archive }) })),
  };
}

describe('where a feed shows no manifests', () => {
  test('the newest package is opened', async () => {
    const inside = '<releaseNotes>Packed</releaseNotes><repository url="https://github.com/acme/tool"/>';
    await play([without(['1.0.0', '1.1.0-RC+x'], packed(inside))], {}, async ({ lookUp }) => {
      const { fetched, asked } = await lookUp(PURL);
      assert.deepEqual(notesOf(fetched), { '1.0.0': undefined, '1.1.0-RC+x': 'Packed' });
      assert.equal(listingsOf(fetched).upstream.repository, 'https://github.com/acme/tool');
      const archives = pathsIn(asked).filter((path) => path.endsWith('.nupkg'));
      assert.deepEqual(archives, ['acme.tool/1.1.0-rc/acme.tool.1.1.0-rc.nupkg']);
      const again = await lookUp(PURL, { held: heldAfter(fetched) });
      assert.equal(again.fetched.status, 'unchanged');
    });
  });

  for (const [name, archive] of [
    ['missing', undefined],
    ['no archive', Buffer.from('no zip')],
    ['without a manifest', makeZip({ 'lib/x.dll': 'x' })],
    ['with a broken one', makeZip({ 'Acme.Tool.nuspec': '<b>' })],
  ] as const) {
    test(`a package that is ${name} leaves the notes unsaid, for good`, () =>
      play([without(['1.0.0'], archive)], {}, async ({ lookUp }) => {
        const { fetched } = await lookUp(PURL);
        assert.deepEqual(notesOf(fetched), { '1.0.0': undefined });
        const again = await lookUp(PURL, { held: heldAfter(fetched) });
        assert.equal(again.fetched.status, 'unchanged');
      }));
  }

  test('a package that cannot be read now is opened the next time', async () => {
    let isIll = true;
    const fault = ({ path }: { path: string }) =>
      isIll && path.endsWith('.nupkg') ? { status: 500 } : undefined;
    const pkg = without(['1.0.0'], packed('<releaseNotes>Packed</releaseNotes>'));
    await play([pkg], { fault }, async ({ lookUp }) => {
      const first = await lookUp(PURL);
      assert.deepEqual(notesOf(first.fetched), { '1.0.0': undefined });
      isIll = false;
      const second = await lookUp(PURL, { held: heldAfter(first.fetched) });
      assert.deepEqual(notesOf(second.fetched), { '1.0.0': 'Packed' });
    });
  });
});
