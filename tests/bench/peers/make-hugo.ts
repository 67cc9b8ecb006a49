import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { listFiles } from '../../../src/platform/files.ts';
import { PEER_FEEDS, type PeerProject } from './peer-project.ts';

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
const LIST = `{{ $full := .Params.full }}{{ $all := .RegularPages }}{{ with .Params.below }}{{ $all = $.Parent.RegularPages }}{{ end }}{{ $items := first 50 (where $all.ByDate.Reverse "Params.filters" "intersect" (slice .Params.feed)) }}`;

const LAYOUTS: Readonly<Record<string, string>> = {
  'atom.xml': `${LIST}<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>{{ site.BaseURL }}</id><title>{{ .Title | htmlEscape }}</title>
{{ range $index, $one := $items }}<entry>
<title>{{ .Title | htmlEscape }}</title>
<id>{{ .Permalink }}</id>
<link href="{{ .Permalink }}"/>
<updated>{{ .Params.at }}</updated>
<published>{{ .Params.at }}</published>
<summary>{{ .Params.about | htmlEscape }}</summary>
{{ if lt $index $full }}<content type="html"><![CDATA[{{ .Content }}]]></content>
{{ end }}</entry>
{{ end }}</feed>
`,
  'rss.xml': `${LIST}<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>{{ .Title | htmlEscape }}</title>
{{ range $index, $one := $items }}<item>
<title>{{ .Title | htmlEscape }}</title>
<guid isPermaLink="false">{{ .Permalink }}</guid>
<link>{{ .Permalink }}</link>
<pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 GMT" }}</pubDate>
<description>{{ .Params.about | htmlEscape }}</description>
{{ if lt $index $full }}<content:encoded><![CDATA[{{ .Content }}]]></content:encoded>
{{ end }}</item>
{{ end }}</channel></rss>
`,
  'jsonfeed.json': `${LIST}{"version":"https://jsonfeed.org/version/1.1","title":{{ .Title | jsonify }},"items":[{{ range $index, $one := $items }}{{ if $index }},{{ end }}
{"id":{{ .Permalink | jsonify }},"url":{{ .Permalink | jsonify }},"title":{{ .Title | jsonify }},"summary":{{ .Params.about | jsonify }},"date_published":{{ .Params.at | jsonify }},{{ if lt $index $full }}"content_html":{{ .Content | jsonify }}{{ else }}"content_text":{{ .Params.about | jsonify }}{{ end }}}{{ end }}]}
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
  const links =
    '{{ range (site.GetPage "/projects").Sections }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>\n{{ end }}';
  await put(folder, 'layouts/index.html', around(links));
  for (const [name, text] of Object.entries(LAYOUTS))
    await put(folder, `layouts/_default/list.${name}`, text);
  for (const name of await listFiles(input)) {
    if (name.endsWith('.json')) await putProject(folder, JSON.parse(await read(name)));
  }
}

async function putProject(folder: string, { page, releases }: PeerProject): Promise<void> {
  const place = `content/${page.path}`;
  for (const feed of PEER_FEEDS) {
    const { title, before, after } = page;
    const front = {
      title,
      feed: feed.id,
      full: feed.full,
      outputs: feed.path === '' ? ['html', ...FEEDS] : FEEDS,
    };
    const own = feed.path === '' ? { ...front, before, after } : { ...front, below: true };
    await put(folder, `${place}${feed.path}_index.md`, withFront(own, feed.path === '' ? page.notes : ''));
  }
  for (const [index, { path, title, before, after, notes, at, summary, filters }] of releases.entries()) {
    const front = { title, date: at, at, url: `/${path}`, before, after, about: summary, filters };
    await put(folder, `${place}${index}.md`, withFront(front, notes));
  }
}

function withFront(front: object, text: string): string {
  return `${JSON.stringify(front)}\n\n${text}\n`;
}

async function put(folder: string, path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}
