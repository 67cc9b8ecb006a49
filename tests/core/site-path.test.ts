import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { projectPath, releasePath, toHref } from '../../src/core/site-path.ts';

describe('paths of the site', () => {
  for (const [version, path] of [
    ['1.21.1', 'projects/axios/1.21.1/'],
    ['astro@7.3.5', 'projects/axios/astro%407.3.5/'],
    ['release/1.0', 'projects/axios/release%2f1.0/'],
    ['1.0.0-RC.1', 'projects/axios/1.0.0-%52%43.1/'],
    ['../../x', 'projects/axios/..%2f..%2fx/'],
  ] as const) {
    test(`of ${version}`, () => assert.equal(releasePath('axios', version), path));
  }

  test('of a project', () => assert.equal(projectPath('axios'), 'projects/axios/'));

  test('never leave the folder of the project', () => {
    for (const version of ['.', '..', '']) assert.throws(() => releasePath('axios', version), RangeError);
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
