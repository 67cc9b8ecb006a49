import { createHash } from 'node:crypto';
import type { GithubRepository } from './github-data.ts';
import type { Asked, Served } from './upstream.ts';

/** The feed of a repository's newest ten releases, with an ETag over its bytes. */
export function serveAtom(asked: Asked, repository: GithubRepository | undefined): Served {
  if (repository === undefined)
    return { status: 404, headers: { 'content-type': 'text/html' }, body: 'Not Found' };
  const body = atomOf(repository);
  const etag = `W/"${createHash('sha256').update(body).digest('hex').slice(0, 32)}"`;
  if (asked.headers['if-none-match'] === etag) return { status: 304, headers: { etag } };
  return { status: 200, headers: { 'content-type': 'application/atom+xml; charset=utf-8', etag }, body };
}

function atomOf({ owner, name, releases }: GithubRepository): string {
  const page = `https://github.com/${owner}/${name}/releases`;
  const newest = releases
    .filter(({ isDraft }) => !isDraft)
    .toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
    .slice(0, 10);
  const entries = newest.map(
    (release) => `
  <entry>
    <id>tag:github.com,2008:Repository/1/${escapeXml(release.tag)}</id>
    <updated>${release.updatedAt}</updated>
    <link rel="alternate" type="text/html" href="${page}/tag/${release.tag.split('/').map(encodeURIComponent).join('/')}"/>
    <title>${escapeXml(release.name ?? release.tag)}</title>
    <content type="html">${escapeXml(`<p>${release.body ?? 'No content.'}</p>`)}</content>
    ${release.author === null ? '' : `<author><name>${escapeXml(release.author)}</name></author>`}
  </entry>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-US">
  <id>tag:github.com,2008:${page}</id>
  <link type="text/html" rel="alternate" href="${page}"/>
  <title>Release notes from ${name}</title>
  <updated>${newest[0]?.updatedAt ?? '1970-01-01T00:00:00Z'}</updated>${entries.join('')}
</feed>
`;
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
