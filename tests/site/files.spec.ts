import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { parseFeed } from 'feedsmith';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { expect, test } from 'playwright/test';
import { listFiles } from '../../src/platform/files.ts';
import { SITE } from './built-site.ts';
import { crawl } from './crawl.ts';

const FEEDS = [
  '',
  'projects/alpha/',
  'projects/empty/',
  'projects/flood/',
  'projects/hostile/',
  'projects/monorepo/',
  'stable/',
  'major/',
  'breaking/',
  'security/',
  'projects/alpha/stable/',
  'tags/infra/',
  'tags/infra/stable/',
  'lists/main/',
  'lists/what-we-run/',
];
const CHANGE_FEEDS = [
  'changes/',
  'projects/alpha/changes/',
  'projects/hostile/changes/',
  'projects/empty/changes/',
];
const FORMATS = { 'atom.xml': 'atom', 'feed.xml': 'rss', 'feed.json': 'json' } as const;

function read(path: string): Promise<string> {
  return readFile(join(SITE.dist, path), 'utf8');
}

/** The pages of the site as files, but for the one that stands for what is not there. */
async function pageFiles(): Promise<string[]> {
  return (await listFiles(SITE.dist)).filter((path) => path.endsWith('.html') && path !== '404.html');
}

function addressOf(file: string): string {
  return SITE.url + file.replace(/index\.html$/, '').replaceAll('%', '%25');
}

test('every link is alive, stays below the base and finds its place on the page', async () => {
  const { broken, pages } = await crawl(SITE.url);
  expect(broken).toEqual([]);
  expect([...pages].toSorted()).toEqual((await pageFiles()).map(addressOf).toSorted());
});

test('every page is valid HTML', async () => {
  const validator = new HtmlValidate(
    new StaticConfigLoader({
      root: true,
      extends: ['html-validate:recommended'],
      rules: {
        // Projects and versions are as long as others name them.
        'long-title': 'off',
        // A column of GitHub’s tables is aligned; without inline styles the old attribute is how HTML can say so.
        'no-deprecated-attr': 'off',
      },
    }),
  );
  const problems: string[] = [];
  for (const path of [...(await pageFiles()), '404.html']) {
    const { results } = await validator.validateString(await read(path));
    for (const { ruleId, message, selector } of results.flatMap(({ messages }) => messages)) {
      problems.push(`${path} ${selector}: ${ruleId}: ${message}`);
    }
  }
  expect(problems).toEqual([]);
});

test('every page names its own absolute address and its feeds', async () => {
  for (const file of await pageFiles()) {
    const html = await read(file);
    expect(html).toContain(`<link rel="canonical" href="${addressOf(file)}">`);
    const folders = feedFoldersOf(file);
    for (const format of Object.keys(FORMATS)) {
      for (const folder of folders) {
        expect(html, file).toMatch(alternate(`${folder}${format}`));
        await read(folder + format);
      }
    }
    const group = OPML_PAGES.exec(file)?.[1];
    expect(/<link rel="alternate" type="text\/x-opml"/.test(html), file).toBe(group !== undefined);
    if (group !== undefined) expect(html).toMatch(alternate(`${group}subscriptions.opml`));
  }
});

const FILTERED = '(?:stable|major|breaking|security)/';
/** Pages that stand for several projects, and have them as subscriptions. */
const OPML_PAGES = new RegExp(
  `^(?:subscribe/)?((?:${FILTERED}|(?:lists|sources|tags)/[^/]+/)?)index\\.html$`,
);

/** The feeds that a page has to name: its own, those of its changes, and the site’s. */
function feedFoldersOf(file: string): string[] {
  const project = /^projects\/[^/]+\/(?=.)/.exec(file)?.[0];
  if (project !== undefined && project !== 'projects/index.html') return ['', project, `${project}changes/`];
  if (file.startsWith('changes/')) return ['', 'changes/'];
  const own = new RegExp(`^(?:${FILTERED}|(?:lists|sources|tags)/[^/]+/)`).exec(file)?.[0];
  return own === undefined ? [''] : ['', own];
}

function alternate(path: string): RegExp {
  return new RegExp(`<link rel="alternate" type="[^"]+" href="/tidings/${path.replaceAll('.', '\\.')}"`);
}

test('every page names the image that is shown beside links to it', async () => {
  for (const file of [...(await pageFiles()), '404.html']) {
    const html = await read(file);
    const metas = [...html.matchAll(/<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)">/g)];
    const told = Object.fromEntries(metas.map(([, name, content]) => [name, content]));
    expect(metas.length, file).toBe(Object.keys(told).length);
    const folder = /^projects\/[^/]+\/(?=.)/.exec(file.replace('projects/index.html', ''))?.[0] ?? '';
    expect(told, file).toMatchObject({
      'og:site_name': 'Tidings',
      'og:image': `${SITE.url}${folder}social.png`,
      'og:image:width': '1200',
      'og:image:height': '630',
      'twitter:card': 'summary_large_image',
    });
    expect(told['og:url'], file).toBe(file === '404.html' ? undefined : addressOf(file));
    expect(told['og:image:alt'], file).not.toContain('@@');
    expect(told['og:image:alt'], file).toContain('Tidings');
    const png = await readFile(join(SITE.dist, folder, 'social.png'));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  }
});

test('the sitemap lists every page once, and robots.txt leads to it', async () => {
  const sitemap = await read('sitemap.xml');
  expect(XMLValidator.validate(sitemap)).toBe(true);
  const { urlset } = new XMLParser().parse(sitemap);
  const listed = urlset.url.map(({ loc }: { loc: string }) => loc);
  expect(listed.toSorted()).toEqual((await pageFiles()).map(addressOf).toSorted());
  expect(await read('robots.txt')).toBe(`User-agent: *\nAllow: /\nSitemap: ${SITE.url}sitemap.xml\n`);
});

for (const folder of [...FEEDS, ...CHANGE_FEEDS]) {
  for (const [file, format] of Object.entries(FORMATS)) {
    test(`${folder}${file} is a feed that readers accept`, async () => {
      const text = await read(folder + file);
      expect(text.isWellFormed()).toBe(true);
      expect([...text].filter((character) => !isXmlCharacter(character))).toEqual([]);
      if (file.endsWith('.xml')) expect(XMLValidator.validate(text)).toBe(true);
      const entries = entriesOf(text, format);
      expect(entries.length > 0).toBe(!folder.startsWith('projects/empty/'));
      const ids = folder.endsWith('changes/')
        ? /^pkg:[^#]+#[0-9a-f]{64}$/
        : /^pkg:(npm|github|pypi)\/[^@]+@[^@]+$/;
      for (const { id, link, html } of entries) {
        expect(id).toMatch(ids);
        expect(link).toMatch(/^http:\/\/localhost:\d+\/tidings\/(?:projects|changes)\//);
        for (const [, address] of html.matchAll(/(?:href|src)="([^"]*)"/g))
          expect(address).toMatch(/^https?:\/\//);
        expect(html).not.toMatch(/<(?:script|img|iframe|style|svg|form)\b|<[^>]*\son\w+=/i);
      }
      expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    });
  }
}

// https://www.w3.org/TR/xml/#charsets
function isXmlCharacter(character: string): boolean {
  const point = character.codePointAt(0) ?? 0;
  return '\t\n\r'.includes(character) || (point >= 0x20 && point !== 0xfffe && point !== 0xffff);
}

/** Id, address and markup of each entry, as a reader that knows the format finds them. */
function entriesOf(text: string, format: string): { id: string; link: string; html: string }[] {
  const parsed = parseFeed(text);
  expect(parsed.format).toBe(format);
  if (parsed.format === 'atom') {
    return (parsed.feed.entries ?? []).map(({ id = '', links, content }) => ({
      id,
      link: links?.[0]?.href ?? '',
      html: content?.value ?? '',
    }));
  }
  if (parsed.format === 'rss') {
    return (parsed.feed.items ?? []).map(({ guid, link = '', content }) => ({
      id: guid?.value ?? '',
      link,
      html: content?.encoded ?? '',
    }));
  }
  if (parsed.format !== 'json') return [];
  return (parsed.feed.items ?? []).map(({ id = '', url = '', content_html: html = '' }) => ({
    id,
    link: url,
    html,
  }));
}

test('two builds of the same data are the same, byte for byte', async () => {
  const files = await listFiles(SITE.dist);
  expect(await listFiles(SITE.distAgain)).toEqual(files);
  const differing: string[] = [];
  for (const path of files) {
    const [one, other] = await Promise.all(
      [SITE.dist, SITE.distAgain].map((folder) => readFile(join(folder, path))),
    );
    if (one === undefined || other === undefined || !one.equals(other)) differing.push(path);
  }
  expect(differing).toEqual([]);
});

test('the home page is light', async () => {
  const html = await read('index.html');
  const parts = [...html.matchAll(/(?:href|src)="\/tidings\/([^"]+\.(?:css|js))"/g)].map(
    ([, path = '']) => path,
  );
  expect(parts.some((path) => path.endsWith('.css')) && parts.some((path) => path.endsWith('.js'))).toBe(
    true,
  );
  let all = gzipSync(html).length;
  let scripts = 0;
  for (const path of parts) {
    const bytes = gzipSync(await read(path)).length;
    all += bytes;
    if (path.endsWith('.js')) scripts += bytes;
  }
  expect(all).toBeLessThanOrEqual(60 * 1024);
  expect(scripts).toBeLessThanOrEqual(12 * 1024);
});
