import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import type { Card } from '../../../src/outputs/social/card.ts';
import type { Drawing } from '../../../src/outputs/social/kept-images.ts';
import { type Draw, openStudio } from '../../../src/outputs/social/open-studio.ts';
import { writeSocialImages } from '../../../src/outputs/social/write-social-images.ts';
import { HostError } from '../../../src/platform/errors.ts';
import { listFiles } from '../../../src/platform/files.ts';
import { aFolder, aProject, aRelease } from '../../build-release.ts';
import { aSite, aView } from '../build-site.ts';
import { aHostileSite } from '../hostile-site.ts';

const drawNames: Draw = async ({ names }) => Buffer.from(`image of ${names[0]}`);

function aSiteOf(...names: readonly string[]) {
  const projects = names.map((name) => aProject({ id: name.toLowerCase(), name }));
  return aSite(projects.map((project) => aView([aRelease()], project)));
}

/** Writes the images of sites into dist/ with one cache for all, noting what was drawn. */
async function scene(t: TestContext, draw: Draw = drawNames) {
  const folder = await aFolder(t);
  const drawn: (string | undefined)[] = [];
  const warned: string[] = [];
  let opened = 0;
  const drawing: Drawing = {
    folder: join(folder, 'cache'),
    drawnWith: ['sharp'],
    open: async () => {
      opened += 1;
      return (card: Card) => {
        drawn.push(card.names[0]);
        return draw(card);
      };
    },
  };
  const dist = join(folder, 'dist');
  const target = { folder: dist, url: 'https://team.example/', base: '/' };
  return {
    drawn,
    warned,
    opened: () => opened,
    write: (site: ReturnType<typeof aSiteOf>, drawnWith = drawing.drawnWith) =>
      writeSocialImages(site, target, (message) => warned.push(message), { ...drawing, drawnWith }),
    files: () => listFiles(dist),
    kept: () => listFiles(drawing.folder),
    read: (path: string) => readFile(join(dist, path)),
  };
}

describe('social images', () => {
  test('lie beside the page of each project, and one at the top for all other pages', async (t) => {
    const { write, files, read, warned } = await scene(t);
    assert.match(await write(aSiteOf('One', 'Two')), /^3 social images, 3 of them drawn, in \d+\.\d s$/);
    assert.deepEqual(await files(), ['projects/one/social.png', 'projects/two/social.png', 'social.png']);
    assert.equal(String(await read('projects/two/social.png')), 'image of Two');
    assert.deepEqual(warned, []);
  });

  test('are drawn once, and the fonts are not even opened where none is', async (t) => {
    const { write, drawn, opened } = await scene(t);
    await write(aSiteOf('One', 'Two'));
    assert.match(await write(aSiteOf('One', 'Two')), /^3 social images, all of them kept, /);
    assert.deepEqual([drawn.length, opened()], [3, 1]);
  });

  test('are drawn anew where what they show has changed, and the old ones are forgotten', async (t) => {
    const { write, drawn, kept } = await scene(t);
    await write(aSiteOf('One', 'Two'));
    assert.match(await write(aSiteOf('One', 'Three')), /^3 social images, 1 of them drawn, /);
    assert.deepEqual(drawn.slice(3), ['Three']);
    assert.equal((await kept()).length, 3);
  });

  test('are drawn anew with other programs or fonts', async (t) => {
    const { write } = await scene(t);
    await write(aSiteOf('One'));
    assert.match(await write(aSiteOf('One'), ['sharp', 'zod']), /^2 social images, 2 of them drawn, /);
  });

  test('that cannot be drawn are a warning', async (t) => {
    const { write, warned, files } = await scene(t, () => {
      throw new HostError('sharp has no program for this machine');
    });
    assert.equal(await write(aSiteOf('One')), 'no social images');
    assert.match(
      warned.join(),
      /no program for this machine[\s\S]+shown without an image; all else is there/,
    );
    assert.deepEqual(await files(), []);
  });

  test('are PNGs of the right size, light, and always the same, whatever the texts are', async (t) => {
    const draw = await openStudio();
    const [one, other] = [await scene(t, draw), await scene(t, draw)];
    for (const { write, warned } of [one, other]) {
      await write(aHostileSite());
      assert.deepEqual(warned, []);
    }
    const paths = await one.files();
    assert.equal(paths.length, aHostileSite().projects.length + 1);
    for (const path of paths) {
      const png = await one.read(path);
      assert.deepEqual(readHead(png), {
        signature: '\x89PNG\r\n\x1a\n',
        width: 1200,
        height: 630,
        palette: 3,
      });
      assert.ok(png.length > 2000 && png.length <= 40_000, `${path}: ${png.length} bytes`);
      assert.ok(png.equals(await other.read(path)), path);
    }
  });
});

// https://www.w3.org/TR/png-3/#11IHDR
function readHead(png: Buffer) {
  return {
    signature: png.toString('latin1', 0, 8),
    width: png.readUInt32BE(16),
    height: png.readUInt32BE(20),
    palette: png[25],
  };
}
