import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  comparePath,
  listPath,
  projectChangesPath,
  projectPath,
  releasePath,
} from '../../src/core/site-path.ts';
import { toHref } from '../../src/core/to-href.ts';

describe('paths of the site', () => {
  for (const [version, path] of [
    ['1.21.1', 'projects/axios/1.21.1/'],
    ['astro@7.3.5', 'projects/axios/astro%407.3.5/'],
    ['release/1.0', 'projects/axios/release%2f1.0/'],
    ['1.0.0-RC.1', 'projects/axios/1.0.0-%52%43.1/'],
    ['changes', 'projects/axios/%63hanges/'],
    ['compare', 'projects/axios/%63ompare/'],
    ['stable', 'projects/axios/%73table/'],
    ['major', 'projects/axios/%6dajor/'],
    ['security', 'projects/axios/%73ecurity/'],
    ['breaking', 'projects/axios/%62reaking/'],
    ['archive', 'projects/axios/%61rchive/'],
    ['atom.xml', 'projects/axios/%61tom.xml/'],
    ['feed.xml', 'projects/axios/%66eed.xml/'],
    ['latest.svg', 'projects/axios/%6catest.svg/'],
    ['outdated.json', 'projects/axios/%6futdated.json/'],
    ['social.png', 'projects/axios/%73ocial.png/'],
    ['index.html', 'projects/axios/%69ndex.html/'],
    ['feed.json', 'projects/axios/%66eed.json/'],
    ['Changes', 'projects/axios/%43hanges/'],
    ['1.0.svg', 'projects/axios/%31.0.svg/'],
    ['Feed.xml', 'projects/axios/%46eed.xml/'],
    ['index.html.1', 'projects/axios/index.html.1/'],
    ['../../x', 'projects/axios/..%2f..%2fx/'],
  ] as const) {
    test(`of ${version}`, () => assert.equal(releasePath('axios', version), path));
  }

  test('of a list', () => assert.equal(listPath('our-team'), 'lists/our-team/'));

  test('of a project', () => assert.equal(projectPath('axios'), 'projects/axios/'));

  test('of its comparison', () => assert.equal(comparePath('axios'), 'projects/axios/compare/'));

  test('of its changes', () => assert.equal(projectChangesPath('axios'), 'projects/axios/changes/'));

  test('never leave the folder of the project', () => {
    assert.equal(releasePath('axios', '.'), 'projects/axios/%2e/');
    assert.equal(releasePath('axios', '..'), 'projects/axios/%2e%2e/');
    assert.throws(() => releasePath('axios', ''), RangeError);
  });

  test('fit a disk, however long the version is, and differ where versions differ', () => {
    const [long, longer, lone, other] = ['1'.repeat(900), '1'.repeat(901), '1\ud800', '1\ud801'].map(
      (version) => releasePath('axios', version),
    );
    assert.match(long ?? '', /^projects\/axios\/1{200}~[0-9a-f]{16}\/$/);
    assert.equal(new Set([long, longer, lone, other]).size, 4);
    assert.match(releasePath('axios', `${'1'.repeat(199)}é`), /1{199}~[0-9a-f]{16}\/$/);
  });
});

describe('a link', () => {
  test('is below the base, with one slash between', () => {
    assert.equal(toHref('/', 'projects/axios/'), '/projects/axios/');
    assert.equal(toHref('/tidings', 'projects/axios/'), '/tidings/projects/axios/');
    assert.equal(toHref('/tidings/', ''), '/tidings/');
  });

  test('asks for the folder by its name: the server decodes once', () => {
    const path = releasePath('axios', 'a/b%20C');
    const href = toHref('/', path);
    assert.equal(decodeURIComponent(href), `/${path}`);
    assert.equal(new URL(href, 'https://tidings.example').pathname, href);
  });
});
