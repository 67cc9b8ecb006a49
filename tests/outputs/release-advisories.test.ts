import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Advisory } from '../../src/core/advisory.ts';
import { joinRecords } from '../../src/derive/advisories/join-records.ts';
import type { Vulnerability } from '../../src/derive/advisories/vulnerability.ts';
import { releaseAdvisories } from '../../src/outputs/release-advisories.ts';
import { anAdvisory } from '../derive/advisories/a-record.ts';
import { bodyOf, entryOf, textOf } from './build-body.ts';

function aVulnerability(fields: Partial<Advisory> = {}): Vulnerability {
  return joinRecords([anAdvisory(fields)])[0] ?? assert.fail();
}

const high = aVulnerability({ id: 'GHSA-1', databaseSeverity: 'HIGH', summary: 'SSRF' });
const malware = aVulnerability({ id: 'MAL-2026-1' });
const HOSTILE = '<script>alert(1)</script> "&\u202e';

describe('the marks of a release', () => {
  for (const [what, said, text] of [
    ['nothing', {}, ''],
    ['fixed', { fixes: [high] }, 'Fixes GHSA-1 , high. SSRF'],
    [
      'affected',
      { affectedBy: [{ vulnerability: high, fixedIn: '1.8.2' }] },
      'Affected by GHSA-1 , high: fixed in 1.8.2. SSRF',
    ],
    [
      'affected for good',
      { affectedBy: [{ vulnerability: aVulnerability({ id: 'GO-1' }), fixedIn: undefined }] },
      'Affected by GO-1 , of unknown severity: no fixed version is known.',
    ],
    [
      'malware',
      { affectedBy: [{ vulnerability: malware, fixedIn: undefined }] },
      'Malware by MAL-2026-1 : no fixed version is known.',
    ],
  ] as const) {
    test(what, () => {
      assert.equal(textOf(releaseAdvisories({ fixes: [], affectedBy: [], ...said }).markup), text);
    });
  }

  test('escape what others wrote, and spell out what would be hidden', () => {
    const vulnerability = aVulnerability({ summary: HOSTILE });
    const { markup } = releaseAdvisories({
      fixes: [vulnerability],
      affectedBy: [{ vulnerability, fixedIn: HOSTILE }],
    });
    assert.ok(!markup.includes('<script') && !markup.includes('\u202e'));
    assert.match(markup, /<bdi>&lt;script&gt;alert\(1\)&lt;\/script&gt; &quot;&amp;⟨U\+202E⟩<\/bdi>/);
  });

  test('fold where there are many', () => {
    const fixes = Array.from({ length: 7 }, (_, n) => aVulnerability({ id: `GHSA-${n}` }));
    const { markup } = releaseAdvisories({ fixes, affectedBy: [] });
    assert.match(markup, /<details><summary>2 more fixed<\/summary>.*GHSA-6.*<\/details>/);
    assert.equal(markup.split('class="mark"').length - 1, 7);
  });

  test('stand on the page of the release', () => {
    const body = bodyOf(entryOf(), { advisories: { fixes: [high], affectedBy: [] } });
    assert.match(textOf(body), /Fixes GHSA-1 , high\. SSRF/);
  });
});
