import assert from 'node:assert/strict';
import { test } from 'node:test';
import { repositoryUrl } from '../../src/core/repository-url.ts';

const TOOL = 'https://github.com/acme/tool';

const CASES: readonly [string, string | undefined][] = [
  ['https://github.com/acme/tool', TOOL],
  ['https://github.com/acme/tool/', TOOL],
  ['https://github.com/acme/tool.git', TOOL],
  ['http://github.com/acme/tool.git', TOOL],
  ['git+https://github.com/acme/tool.git', TOOL],
  ['git+https://user:secret@github.com/acme/tool.git', TOOL],
  ['https://github.com/acme/tool.git?token=secret#main', TOOL],
  ['git://github.com/acme/tool.git', TOOL],
  ['git+ssh://git@github.com/acme/tool.git', TOOL],
  ['ssh://git@github.com:22/acme/tool.git', TOOL],
  ['git@github.com:acme/tool.git', TOOL],
  ['github.com:acme/tool', TOOL],
  ['github:acme/tool', TOOL],
  ['acme/tool', TOOL],
  ['gitlab:acme/tool', 'https://gitlab.com/acme/tool'],
  ['bitbucket:acme/tool', 'https://bitbucket.org/acme/tool'],
  ['git@git.corp.example:group/sub/tool.git', 'https://git.corp.example/group/sub/tool'],
  ['https://git.corp.example:8443/tool', 'https://git.corp.example:8443/tool'],
  ['ssh://git@git.corp.example:7999/tool.git', 'https://git.corp.example/tool'],
  ['https://github.com/acme/tool/tree/main/packages/a', 'https://github.com/acme/tool/tree/main/packages/a'],
  ['gist:11081aaa281', undefined],
  ['', undefined],
  ['tool', undefined],
  ['https://github.com', undefined],
  ['javascript:alert(1)', undefined],
  ['file:///etc/passwd', undefined],
  ['data:text/html,x', undefined],
  ['a/b/c', undefined],
  [`https://acme.example/${'x'.repeat(2048)}`, undefined],
];

for (const [text, expected] of CASES) {
  test(`repository ${text.slice(0, 60)}`, () => assert.equal(repositoryUrl(text), expected));
}
