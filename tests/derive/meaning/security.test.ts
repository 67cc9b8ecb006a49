import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readMeaning } from '../../../src/derive/meaning/read-meaning.ts';
import { itemsOf, kindOf } from './items-of.ts';

describe('an item that closes a weakness', () => {
  for (const [item, rule] of [
    ['upgrade tar to 7.5.7 to address CVE-2026-24842', 'advisory'],
    ['chore(deps): bump js-yaml ([advisory](https://github.com/advisories/GHSA-h67p-54hq-rp68))', 'advisory'],
    ['docs: about RUSTSEC-2026-0001', 'advisory'],
    ['see PYSEC-2026-12 and GO-2026-1234', 'advisory'],
    ['security: check the origin', 'label'],
    ['**security:** redact', 'label'],
    ['fix(security): check the origin', 'scope'],
    ['🔒 check the origin', 'sign'],
    ['handle prototype pollution', 'weakness'],
    ['ReDoS in the parser', 'weakness'],
    ['prevent a stack overflow DoS', 'weakness'],
    ['escape quotes to prevent SQL injection', 'weakness'],
    ['fix XSS in the search', 'weakness'],
    ['a path traversal in deployments', 'weakness'],
    ['fix a potential exploit', 'weakness'],
    ['Yaml security fixes', 'weakness'],
    ['Improve security of entities', 'weakness'],
    ['chore: update dependencies with vulnerabilities', 'weakness'],
    ['address remaining Dependabot alerts', 'weakness'],
    ['strip credentials on any redirect to another origin', 'weakness'],
    ['chore: redact api-key headers in debug logs', 'weakness'],
    ['keep per-message auth off the token endpoint', 'weakness'],
    ['validate TLS certificates by default', 'weakness'],
    ['enforce the access policy', 'weakness'],
    ['sanitize dangerous names', 'weakness'],
    ['add an option to prevent HTML injection', 'weakness'],
  ] as const) {
    test(item, () => assert.equal(kindOf(item), `security ${rule}`));
  }
});

describe('an item that closes none', () => {
  for (const [item, kind] of [
    ['update the security policy', 'other plain'],
    ['add security docs', 'feature verb'],
    ['Link SECURITY.md', 'other plain'],
    ['add an authorization feature', 'feature verb'],
    ['feat: dependency injection', 'feature type'],
    ['runs on dos', 'other plain'],
    ['avoid a memory leak with signals', 'fix verb'],
    ['preserve the prototype-pollution guards', 'other plain'],
    ['add a warning of potential HTML injection', 'feature verb'],
    ['test: ReDoS in the parser', 'other type'],
    ['docs: vulnerabilities', 'documentation type'],
    ['chore: exploit the cache', 'other type'],
    ['trim a header field in linear time', 'other plain'],
  ] as const) {
    test(item, () => assert.equal(kindOf(item), kind));
  }

  test('stands under documentation', () => {
    assert.deepEqual(
      itemsOf('### Documentation', '- **security:** a guide', '### Security docs', '- ReDoS explained'),
      ['documentation heading: security: a guide', 'documentation heading: ReDoS explained'],
    );
  });
});

describe('ids of advisories', () => {
  test('are found wherever they stand, each once, in one spelling', () => {
    const notes = [
      '# Fixes cve-2026-1234',
      'A paragraph on [this](https://github.com/advisories/GHSA-H67P-54HQ-RP68).',
      '- RUSTSEC-2026-0001, PYSEC-2026-12; GO-2026-1234 (CVE-2026-1234)',
      '- no: XCVE-2026-1, CVE-2026-, GHSA-aaaa-bbbb, CVE-2026-12-3, LEGO-2026-1',
      '```',
      'CVE-2026-9999',
      '```',
    ];
    assert.deepEqual(readMeaning(notes.join('\n')).identifiers, [
      'CVE-2026-1234',
      'GHSA-h67p-54hq-rp68',
      'RUSTSEC-2026-0001',
      'PYSEC-2026-12',
      'GO-2026-1234',
    ]);
  });
});
