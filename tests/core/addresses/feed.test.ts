import assert from 'node:assert/strict';
import { test } from 'node:test';
import { projectUrl, purlOfAddress, releaseUrl } from '../../../src/core/address.ts';
import { parsePackage } from '../../../src/core/package.ts';

test('the page of a feed is itself', () => {
  const feed = parsePackage('pkg:feed/x?repository_url=news.example/feed/%3Fa%3Db');
  assert.equal(projectUrl(feed), 'https://news.example/feed/?a=b');
  assert.equal(releaseUrl(feed, '1.0'), undefined);
  assert.equal(releaseUrl(feed, '1.0', 'https://news.example/1'), 'https://news.example/1');
});

for (const [address, name, home] of [
  [
    'https://blog.acme.example/releases/feed.xml',
    'blog-acme-example-releases',
    'blog.acme.example/releases/feed.xml',
  ],
  ['https://www.acme.example/feed/', 'acme-example', 'www.acme.example/feed/'],
  ['https://acme.example/feed', 'acme-example', 'acme.example/feed'],
  ['https://acme.example/rss', 'acme-example', 'acme.example/rss'],
  ['https://acme.example/atom.xml', 'acme-example', 'acme.example/atom.xml'],
  ['https://acme.example/blog/index.xml', 'acme-example-blog', 'acme.example/blog/index.xml'],
  ['https://acme.example/feed.json', 'acme-example', 'acme.example/feed.json'],
  [
    'https://git.acme.example/tool/releases.atom',
    'git-acme-example-releases',
    'git.acme.example/tool/releases.atom',
  ],
  [
    'https://acme.example/News%20%26%20Co.rss',
    'acme-example-news-co',
    'acme.example/News%2520%2526%2520Co.rss',
  ],
  ['https://acme.example/feed/?tag=a&b', 'acme-example', 'acme.example/feed/%3Ftag%3Da%26b'],
  ['http://acme.example:8080/feed', 'acme-example', 'http%3A//acme.example%3A8080/feed'],
] as const) {
  test(address, () => {
    const purl = purlOfAddress(address);
    assert.equal(purl, `pkg:feed/${name}?repository_url=${home}`);
    assert.equal(projectUrl(parsePackage(purl ?? '')), address);
  });
}

for (const [address, purl] of [
  ['https://github.com/acme/tool/releases.atom', 'pkg:github/acme/tool'],
  ['https://git.example/tool.git/atom/feed', 'pkg:git/tool?repository_url=git.example/tool.git'],
  ['https://user:word@acme.example/feed', undefined],
  ['https://acme.example/sitemap.xml', undefined],
  ['https://acme.example/sitemap-2.xml', undefined],
  ['https://acme.example/feedback', undefined],
  ['https://acme.example/data.json', undefined],
  ['https://acme.example/', undefined],
] as const) {
  test(address, () => assert.equal(purlOfAddress(address), purl));
}
