import { testFormat } from './test-format.ts';

testFormat('github-stars', [
  {
    title: 'repositories, with the time of starring or without, and pages of them',
    text: JSON.stringify([
      { id: 1, full_name: 'acme/tool', html_url: 'https://github.com/acme/tool' },
      { starred_at: '2026-01-01T00:00:00Z', repo: { id: 2, full_name: 'acme/Other' } },
      [{ full_name: 'acme/paged' }],
      { id: 3 },
    ]),
    used: [
      'pkg:github/acme/other - direct',
      'pkg:github/acme/paged - direct',
      'pkg:github/acme/tool - direct',
    ],
    skipped: ['element 4: has no full_name'],
  },
]);

testFormat('names', [
  {
    title: 'repositories, purls, addresses',
    name: 'repos.txt',
    text: `# what I like
acme/tool

pkg:npm/@acme/core
pkg:npm/tiny@1.4.0
https://pypi.org/project/Django/
https://nowhere.example/
two words
`,
    used: [
      'pkg:github/acme/tool - direct',
      'pkg:npm/%40acme/core - direct',
      'pkg:npm/tiny 1.4.0 direct',
      'pkg:pypi/django - direct',
    ],
    skipped: [
      'https://nowhere.example/: is neither owner/name, nor a purl, nor an address that Tidings knows',
      'two words: is neither owner/name, nor a purl, nor an address that Tidings knows',
    ],
  },
]);

testFormat('opml', [
  {
    title: 'folders; feeds of releases become what they are of, others feeds',
    text: `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head><title>Feeds</title></head>
  <body>
    <outline text="Tools">
      <outline type="rss" text="tool" xmlUrl="https://github.com/acme/tool/releases.atom" htmlUrl="https://github.com/acme/tool"/>
      <outline text="Deeper"><outline type="rss" text="x" xmlUrl="https://github.com/acme/tagged/tags.atom"/></outline>
      <outline type="rss" text="lab" xmlUrl="https://gitlab.com/acme/sub/lab/-/releases.atom"/>
      <outline type="rss" text="lab" xmlUrl="https://gitlab.com/acme/lab2/-/tags?format=atom"/>
    </outline>
    <outline type="rss" text="commits" xmlUrl="https://github.com/acme/tool/commits/main.atom"/>
    <outline type="rss" text="blog" xmlUrl="https://blog.acme.example/feed/"/>
    <outline type="rss" text="news" xmlUrl="https://news.acme.example/tool/rss.xml?a=1&amp;b=2"/>
    <outline type="rss" text="odd" xmlUrl="javascript:alert(1)"/>
    <outline type="rss" text="secret" xmlUrl="https://me:secret@acme.example/feed.xml"/>
  </body>
</opml>
`,
    used: [
      'pkg:feed/blog-acme-example?repository_url=blog.acme.example%2Ffeed%2F - direct',
      'pkg:feed/news-acme-example-tool?repository_url=news.acme.example%2Ftool%2Frss.xml%3Fa%3D1%26b%3D2 - direct',
      'pkg:github/acme/tagged - direct',
      'pkg:github/acme/tool - direct',
      'pkg:gitlab/acme/lab2 - direct',
      'pkg:gitlab/acme/sub/lab - direct',
    ],
    skipped: [
      'https://github.com/acme/tool/commits/main.atom: is a feed of commits, not of releases',
      'https://…@acme.example/feed.xml: is no address of a feed',
      'javascript:alert(1): is no address of a feed',
    ],
  },
]);
