import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { identifierUrl } from '../../src/core/identifier-url.ts';

describe('the page of an advisory', () => {
  for (const [id, url] of [
    ['CVE-2026-1234', 'https://www.cve.org/CVERecord?id=CVE-2026-1234'],
    ['GHSA-h67p-54hq-rp68', 'https://github.com/advisories/GHSA-h67p-54hq-rp68'],
    ['RUSTSEC-2026-0001', 'https://rustsec.org/advisories/RUSTSEC-2026-0001.html'],
    ['PYSEC-2026-12', 'https://osv.dev/vulnerability/PYSEC-2026-12'],
    ['GO-2026-1234', 'https://osv.dev/vulnerability/GO-2026-1234'],
    ['MAL-2026-1', 'https://osv.dev/vulnerability/MAL-2026-1'],
    ['CVE-"><b>', 'https://www.cve.org/CVERecord?id=CVE-%22%3E%3Cb%3E'],
  ] as const) {
    test(id, () => assert.equal(identifierUrl(id), url));
  }
});
