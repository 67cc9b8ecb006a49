import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PeerFeed, PeerPage } from './peer-project.ts';
import { readInput } from './read-input.ts';

const FEEDS = ['atom', 'rss', 'jsonfeed'];

const CONFIG = {
  baseURL: 'http://localhost:4321/',
  title: 'All',
  disableKinds: ['taxonomy', 'term', 'sitemap', 'robotsTXT', '404'],
  disableHugoGeneratorInject: true,
  markup: { highlight: { codeFences: false } },
  outputs: { home: ['html'], section: ['html'], page: ['html'] },
  mediaTypes: {
    'application/atom+xml': { suffixes: ['xml'] },
    'application/feed+json': { suffixes: ['json'] },
  },
  outputFormats: {
    atom: { mediaType: 'application/atom+xml', baseName: 'atom', isPlainText: true },
    rss: { mediaType: 'application/rss+xml', baseName: 'feed', isPlainText: true },
    jsonfeed: { mediaType: 'application/feed+json', baseName: 'feed', isPlainText: true },
  },
};

const PAGE = '{{ .Params.before | safeHTML }}{{ .Content }}{{ .Params.after | safeHTML }}';
const LIST = '{{ $full := .Params.full }}{{ $summaries := .Params.summaries }}';
const EACH = '{{ range $index, $path := .Params.items }}{{ with site.GetPage $path }}';

const LAYOUTS: Readonly<Record<string, string>> = {
  'atom.xml': `${LIST}<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>{{ site.BaseURL }}</id><title>{{ .Title | htmlEscape }}</title>
${EACH}<entry>
<title>{{ .Title | htmlEscape }}</title>
<id>{{ .Permalink }}</id>
<link href="{{ .Permalink }}"/>
<updated>{{ .Params.at }}</updated>
<published>{{ .Params.at }}</published>
{{ if $summaries }}<summary>{{ .Params.about | htmlEscape }}</summary>
{{ end }}{{ if lt $index $full }}<content type="html"><![CDATA[{{ .Content }}]]></content>
{{ end }}</entry>
{{ end }}{{ end }}</feed>
`,
  'rss.xml': `${LIST}<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>{{ .Title | htmlEscape }}</title>
${EACH}<item>
<title>{{ .Title | htmlEscape }}</title>
<guid isPermaLink="false">{{ .Permalink }}</guid>
<link>{{ .Permalink }}</link>
<pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 GMT" }}</pubDate>
{{ if $summaries }}<description>{{ .Params.about | htmlEscape }}</description>
{{ end }}{{ if lt $index $full }}<content:encoded><![CDATA[{{ .Content }}]]></content:encoded>
{{ end }}</item>
{{ end }}{{ end }}</channel></rss>
`,
  'jsonfeed.json': `${LIST}{"version":"https://jsonfeed.org/version/1.1","title":{{ .Title | jsonify }},"items":[${EACH}{{ if $index }},{{ end }}
{"id":{{ .Permalink | jsonify }},"url":{{ .Permalink | jsonify }},"title":{{ .Title | jsonify }},{{ if $summaries }}"summary":{{ .Params.about | jsonify }},{{ end }}"date_published":{{ .Params.at | jsonify }},{{ if lt $index $full }}"content_html":{{ .Content | jsonify }}{{ else }}"content_text":{{ if $summaries }}{{ .Params.about | jsonify }}{{ else }}{{ .Title | jsonify }}{{ end }}{{ end }}}{{ end }}{{ end }}]}
`,
};

/** Makes a project of Hugo out of the input of peers: content files with front matter, and layouts of the same pages and feeds. */
export async function makeHugo(input: string, folder: string): Promise<void> {
  const read = (name: string) => readFile(join(input, name), 'utf8');
  const [head, foot] = [await read('head.html'), await read('foot.html')];
  const around = (body: string) => head.replace('@@title@@', () => '{{ .Title }}') + body + foot;
  await put(folder, 'config.json', JSON.stringify(CONFIG));
  await put(folder, 'layouts/_default/single.html', around(PAGE));
  await put(folder, 'layouts/_default/list.html', around(PAGE));
  for (const [name, text] of Object.entries(LAYOUTS)) {
    await put(folder, `layouts/_default/list.${name}`, text);
  }
  const { pages, feeds, releases } = readInput(input);
  // Hugo finds a page by the place of its file.
  const places = new Map([...releases.keys()].map((path, index) => [path, `/${dirname(path)}/${index}`]));
  for (const { path, title, before, after, notes, at, summary } of releases.values()) {
    const front = { title, date: at, at, url: `/${path}`, before, after, about: summary };
    await put(folder, `content${places.get(path)}.md`, withFront(front, notes));
  }
  const feedAt = new Map(feeds.map((feed) => [feed.path, feed]));
  const pageAt = new Map(pages.map((page) => [page.path, page]));
  const paths = new Set([...feedAt.keys(), ...pageAt.keys()]);
  for (const path of paths) await putSection(folder, path, places, pageAt.get(path), feedAt.get(path));
  // It makes a page of each folder at the top that is none.
  const tops = new Set([...paths].map((path) => path.slice(0, path.indexOf('/') + 1)));
  for (const top of tops.difference(paths)) {
    await put(folder, `content/${top}_index.md`, withFront({ _build: { render: 'never' } }, ''));
  }
}

async function putSection(
  folder: string,
  path: string,
  places: ReadonlyMap<string, string>,
  page: PeerPage | undefined,
  feed: PeerFeed | undefined,
): Promise<void> {
  const isFile = path.endsWith('.html');
  const front = {
    title: feed?.title ?? page?.title,
    outputs: [...(page === undefined ? [] : ['html']), ...(feed === undefined ? [] : FEEDS)],
    before: page?.before,
    after: page?.after,
    items: feed?.items.map((one) => places.get(one)),
    full: feed?.full,
    summaries: feed?.summaries,
    url: isFile ? `/${path}` : undefined,
  };
  const file = isFile ? `content/${path}.md` : `content/${path}_index.md`;
  await put(folder, file, withFront(front, page?.notes ?? ''));
}

function withFront(front: object, text: string): string {
  return `${JSON.stringify(front)}\n\n${text}\n`;
}

async function put(folder: string, path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}
