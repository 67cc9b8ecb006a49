import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { XMLValidator } from 'fast-xml-parser';
import { type Badge, LABEL_COLOUR, TONE_COLOURS, toBadge } from '../../../src/derive/badges/badge.ts';
import { drawBadge } from '../../../src/derive/badges/draw-badge.ts';
import { endpointJson } from '../../../src/derive/badges/endpoint-json.ts';
import { assertGolden } from '../../golden.ts';

const HOSTILE = '"><script>alert(1)</script>&\'\u0000\u202e\ud800 ]]>\n';
const BADGES: Readonly<Record<string, Badge>> = {
  patch: { label: 'axios', message: '1.21.1', tone: 'plain', phase: 'patch' },
  minor: { label: 'axios', message: '1.21.0', tone: 'plain', phase: 'minor' },
  major: { label: 'axios', message: '2.0.0', tone: 'plain', phase: 'major' },
  prerelease: { label: 'axios', message: '2.0.0-rc.1', tone: 'plain', phase: 'prerelease' },
  late: { label: 'axios in use', message: '1.6.0, 3 behind', tone: 'late' },
  alarm: { label: 'axios in use', message: '1.6.0, up to date, vulnerable', tone: 'alarm' },
  unknown: { label: 'axios in use', message: 'not told', tone: 'unknown' },
  hostile: { label: HOSTILE, message: HOSTILE, tone: 'plain', phase: 'other' },
};

describe('a badge', () => {
  for (const [name, badge] of Object.entries(BADGES)) {
    test(`is drawn: ${name}`, () => {
      const svg = drawBadge(toBadge(badge));
      assert.equal(XMLValidator.validate(svg), true);
      assert.ok(svg.isWellFormed() && !svg.includes('<script'), svg);
      assertGolden(`badges/${name}.svg`, svg);
    });
  }

  test('is told to those who draw it themselves', () => {
    assertGolden('badges/alarm.json', endpointJson(toBadge(BADGES['alarm'] ?? assert.fail())));
    const { schemaVersion, isError } = JSON.parse(endpointJson(toBadge(BADGES['hostile'] ?? assert.fail())));
    assert.deepEqual({ schemaVersion, isError }, { schemaVersion: 1, isError: false });
  });

  test('of nothing is drawn too', () => {
    const svg = drawBadge(toBadge({ label: '', message: '\u200b', tone: 'unknown' }));
    assert.equal(XMLValidator.validate(svg), true);
    assert.ok(!svg.includes('<text') && svg.includes('width="28"'), svg);
  });

  test('is no wider than a line bears, whatever it is to say', () => {
    for (const letter of ['W', '日', 'i', 'e\u0301', '\u0301'.repeat(500)]) {
      const svg = drawBadge(
        toBadge({ label: letter.repeat(900), message: letter.repeat(900), tone: 'plain' }),
      );
      const width = Number(/ width="(\d+)"/.exec(svg)?.[1]);
      assert.ok(width <= 430, `${width} of ${letter}`);
      assert.ok(svg.length < 5000, `${svg.length} of ${letter}`);
    }
  });

  test('has a contrast of 4.5 in every tone', () => {
    for (const colour of [LABEL_COLOUR, ...Object.values(TONE_COLOURS)]) {
      const contrast = 1.05 / (luminance(colour) + 0.05);
      assert.ok(contrast >= 4.5, `${colour}: ${contrast}`);
    }
  });
});

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
