import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readHeading } from '../../../src/derive/meaning/read-heading.ts';
import { itemsOf, kindOf } from './items-of.ts';

describe('the kind of an item', () => {
  for (const [item, kind] of [
    ['fix(js) less false positives', 'fix type'],
    ['enh(css): add properties', 'feature type'],
    ['Enhanced  : better dumps', 'feature type'],
    ['Fix #12 : a bug', 'fix verb'],
    ['Bugfix: a bug', 'fix type'],
    ['perf: less work', 'performance type'],
    ['Docs: more words', 'documentation type'],
    ['README: more words', 'documentation scope'],
    ['docs/contributing: more words', 'documentation scope'],
    ['ci: another runner', 'other type'],
    ['tests: more of them', 'other type'],
    ['refactor(core): tidy', 'other type'],
    ['deps: x v2', 'other dependency'],
    ['Bump x from 1 to 2', 'other dependency'],
    ['Update dependencies', 'other dependency'],
    ['tool@1.2.3', 'other dependency'],
    ['PostgreSQL: Fix streaming', 'fix verb'],
    ['Added a method', 'feature verb'],
    ['Allow strings', 'feature verb'],
    ['Improve performance of parsing', 'performance verb'],
    ['30% faster CLI', 'performance verb'],
    ['Fix a typo in the docs', 'documentation verb'],
    ['Fixed broken link in docs', 'documentation verb'],
    ['mark addEntity deprecated', 'deprecation deprecates'],
    ['deprecate the Assistants API', 'deprecation deprecates'],
    ['chore(api): deprecate connector_id', 'deprecation deprecates'],
    ['Deprecated `unescape()` replaced with another', 'other plain'],
    ['fix: the deprecated message is shown once', 'fix type'],
    ['2998 tool report', 'other plain'],
    ['it can now stream', 'feature verb'],
    ['several small fixes (#1, #2)', 'fix verb'],
  ] as const) {
    test(item, () => assert.equal(kindOf(item), kind));
  }
});

describe('the heading above an item', () => {
  for (const [heading, item, kind] of [
    ['Security', 'fix: a crash', 'security heading: fix: a crash'],
    ['Deprecated', 'feat: the old parser', 'deprecation heading: feat: the old parser'],
    ['Features', 'fix: a crash', 'fix type: fix: a crash'],
    ['Features', 'Fixes a crash', 'feature heading: Fixes a crash'],
    ['Bug Fixes', 'deps: tool v2', 'other dependency: deps: tool v2'],
    ['Bug Fixes', 'bump tool from 1 to 2', 'other dependency: bump tool from 1 to 2'],
    ['Bug Fixes', 'ci: a runner', 'other type: ci: a runner'],
    ['Chores', 'add a runner', 'other heading: add a runner'],
    ['Breaking', 'fix: a crash', 'breaking heading: fix: a crash'],
    ['Tests', 'fix a path traversal', 'other heading: fix a path traversal'],
  ] as const) {
    test(`${heading}, ${item}`, () => assert.deepEqual(itemsOf(`### ${heading}`, `- ${item}`), [kind]));
  }
});

describe('a heading', () => {
  for (const [heading, meaning] of [
    ['⚠ BREAKING CHANGES', 'breaking heading release'],
    ['Breaking Changes & Deprecations', 'breaking heading release'],
    ['Backward-incompatible changes', 'breaking heading release'],
    ['Major Changes', 'breaking heading-major release'],
    ['Removed', 'breaking heading-removed release'],
    ['⚠️ Notable Changes', 'breaking heading-warning release'],
    ['Migration guide', 'breaking heading release'],
    ['Upgrading from 1.x', 'breaking heading release'],
    ['Upgrade', undefined],
    ['Non-breaking changes', 'other heading release'],
    ['⚠️ Known issues', 'other heading release'],
    ['🔒 Security Fixes', 'security heading release'],
    ['Vulnerabilities', 'security heading release'],
    ['Deprecations', 'deprecation heading release'],
    ['Bug fixes and improvements', 'fix heading release'],
    ['Patch Changes', 'fix heading release'],
    ['Performance Improvements', 'performance heading release'],
    ['New languages', 'feature heading release'],
    ['What’s new', 'feature heading release'],
    ['Minor changes', 'feature heading release'],
    ['Documentation', 'documentation heading unseen'],
    ['Tests', 'other heading work'],
    ['🔧 Maintenance & Chores', 'other heading work'],
    ['Changed', 'other changed release'],
    ['Other changes', 'other heading release'],
    ['New Contributors', 'other heading names'],
    ['❤️', 'other heading names'],
    ['v1.2.3 (2026-09-01)', undefined],
    ['@acme/tool', undefined],
    [`Fixes ${'x'.repeat(90)}`, undefined],
  ] as const) {
    test(heading, () => {
      const found = readHeading(heading);
      assert.equal(found && `${found.kind} ${found.rule} ${found.about}`, meaning);
    });
  }
});
