import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePackage } from '../../../src/core/package.ts';
import { cardOf } from '../../../src/outputs/social/card.ts';
import { aProject, aRecord, aRelease } from '../../build-release.ts';
import { aView } from '../build-site.ts';

const project = aProject({
  id: 'tool',
  name: 'The tool',
  package: parsePackage('pkg:npm/%40acme/tool'),
  channels: [parsePackage('pkg:github/acme/tool')],
});

function aToolView(description: string, version = '1.0.0') {
  const purl = project.package.purl;
  const record = aRecord({ package: purl, upstream: { description } });
  return { ...aView([aRelease({ version })], project), records: new Map([[purl, record]]) };
}

describe('the card of a project', () => {
  test('tells names, description and packages', () => {
    assert.deepEqual(cardOf(aToolView('Builds things.')), {
      names: ['The tool', '@acme/tool', 'tool'],
      description: 'Builds things.',
      ships: ['npm @acme/tool', 'github acme/tool'],
    });
  });

  test('stays the same when a version comes out', () => {
    assert.deepEqual(cardOf(aToolView('Same.', '1.0.0')), cardOf(aToolView('Same.', '2.0.0')));
  });

  test('takes no more of a text than can be seen, and no half of a character', () => {
    const { description } = cardOf(aToolView(`${'x'.repeat(399)}🚀`));
    assert.equal(description.length, 400);
    assert.ok(description.isWellFormed());
  });

  test('names a few packages of many', () => {
    const channels = Array.from({ length: 40 }, (_, n) => parsePackage(`pkg:npm/tool-${n}`));
    assert.equal(cardOf(aView([], { ...project, channels })).ships.length, 6);
  });
});
