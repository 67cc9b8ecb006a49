import { createHash } from 'node:crypto';
import { makeChangelog } from './changelog.ts';
import { makeTarball } from './tarball.ts';
import type { Asked, Handler, Served } from './upstream.ts';

export interface PypiFile {
  readonly filename: string;
  readonly uploadedAt?: string;
  readonly yanked?: boolean | string;
  readonly isAttested?: boolean;
  /** Laid over its element in JSON, malformed parts as well. */
  readonly element?: object;
}

export interface PypiProject {
  readonly name: string;
  readonly versions: readonly string[];
  readonly files: readonly PypiFile[];
  readonly status?: { readonly status: string; readonly reason?: string };
  /** Laid over the page in JSON. */
  readonly page?: object;
  /** Laid over `info` of the second API. */
  readonly info?: object;
}

interface PypiOptions {
  /**
   * `full-featured` is PyPI: JSON, ETags, serials, the second API. `html` is an index of PEP 503 alone, without
   * any of it. The other two send one form under the other's name.
   */
  readonly kind?: 'full-featured' | 'html' | 'json-as-html' | 'html-as-json';
  /** Where set, requests without this Authorization header are refused. */
  readonly authorization?: string;
  readonly hasETags?: boolean;
  /** Refuses requests that say what they accept. */
  readonly isPicky?: boolean;
}

/** Where it answers for PyPI and the host of its files. */
export const PYPI_HOMES = { 'https://pypi.org': '', 'https://files.pythonhosted.org': '/files' };

const FIRST_DAY = Date.parse('2024-01-01T00:00:00.123456Z');
const DAY = 86_400_000;

/** A project with these versions, a day apart and oldest first, each a wheel and, a minute later, a source distribution. */
export function makeProject(name: string, versions: readonly string[] = ['1.0', '1.1', '1.2']): PypiProject {
  const at = (index: number, minute: number) =>
    new Date(FIRST_DAY + index * DAY + minute * 60_000).toISOString().replace('Z', '456Z');
  const stem = name.replaceAll('-', '_');
  const files = versions.flatMap((version, index) => [
    { filename: `${stem}-${version}-py3-none-any.whl`, uploadedAt: at(index, 0) },
    { filename: `${stem}-${version}.tar.gz`, uploadedAt: at(index, 1) },
  ]);
  return { name, versions, files };
}

export function sha256Of(filename: string): string {
  return createHash('sha256').update(filename).digest('hex');
}

/** An index of Python packages. The list may be changed while it serves. */
export function pypiHandler(projects: readonly PypiProject[], options: PypiOptions = {}): Handler {
  const {
    kind = 'full-featured',
    authorization,
    hasETags = kind === 'full-featured',
    isPicky = false,
  } = options;
  return (asked, origin) => {
    const path = decodeURIComponent(asked.path);
    if (authorization !== undefined && asked.headers['authorization'] !== authorization)
      return { status: 401 };
    for (const project of projects) {
      if (path === `/simple/${project.name}/`) {
        if (isPicky && asked.headers['accept'] !== undefined) return { status: 406 };
        return page(asked, project, origin, { kind, hasETags });
      }
      if (kind === 'full-featured' && path === `/pypi/${project.name}/json`) {
        return { status: 200, headers: { 'content-type': 'application/json' }, body: about(project) };
      }
      const file = project.files.find(({ filename }) => path === `/files/packages/${filename}`);
      if (file !== undefined) return sourceDistribution(project, file);
    }
    return { status: 404, body: '<h1>Not Found</h1>' };
  };
}

const JSON_TYPE = 'application/vnd.pypi.simple.v1+json';
const HTML_TYPE = 'text/html; charset=UTF-8';

function page(
  { headers }: Asked,
  project: PypiProject,
  origin: string,
  { kind, hasETags }: Required<Pick<PypiOptions, 'kind' | 'hasETags'>>,
): Served {
  const isHtml = kind === 'html' || kind === 'html-as-json';
  const isLabelledHtml = kind === 'html' || kind === 'json-as-html';
  const body = isHtml ? toHtml(project) : toJson(project, origin);
  const etag = `"${createHash('sha1').update(body).digest('hex')}"`;
  if (hasETags && headers['if-none-match'] === etag) return { status: 304 };
  const type = isLabelledHtml ? HTML_TYPE : JSON_TYPE;
  return { status: 200, headers: { 'content-type': type, ...(hasETags && { etag }) }, body };
}

function toJson({ name, versions, files, status, page: more }: PypiProject, origin: string): string {
  return JSON.stringify({
    meta: { 'api-version': '1.4', '_last-serial': 1000 + files.length + versions.length },
    name,
    versions,
    'project-status': status ?? { status: 'active' },
    'alternate-locations': [],
    files: files.map(({ filename, uploadedAt, yanked = false, isAttested, element }) => ({
      filename,
      url: `${origin}/files/packages/${filename}`,
      hashes: { sha256: sha256Of(filename) },
      'requires-python': '>=3.9',
      size: filename.length,
      ...(uploadedAt !== undefined && { 'upload-time': uploadedAt }),
      yanked,
      'core-metadata': false,
      provenance: isAttested ? `${origin}/integrity/${filename}/provenance` : null,
      ...element,
    })),
    ...more,
  });
}

function toHtml({ name, files, status }: PypiProject): string {
  const links = files.map(({ filename, yanked, isAttested }) => {
    const attributes = [
      `href="../../files/packages/${filename.replaceAll('!', '%21')}#sha256=${sha256Of(filename)}"`,
      'data-requires-python="&gt;=3.9"',
      ...(yanked ? [`data-yanked="${yanked === true ? '' : yanked.replaceAll('"', '&quot;')}"`] : []),
      ...(isAttested ? ['data-provenance="https://x.example/provenance"'] : []),
    ];
    return `<a ${attributes.join(' ')}>${filename}</a><br>`;
  });
  const markers = Object.entries({ status: status?.status, 'status-reason': status?.reason })
    .filter(([, content]) => content !== undefined)
    .map(([key, content]) => `<meta name="pypi:project-${key}" content="${content}">`);
  return [
    '<!DOCTYPE html>',
    `<html><head><meta name="pypi:repository-version" content="1.4">${markers.join('')}`,
    `<title>Links for ${name}</title></head><body>`,
    ...links,
    '</body></html>',
  ].join('\n');
}

function about({ name, versions, info }: PypiProject): string {
  return JSON.stringify({
    info: {
      name,
      version: versions.at(-1),
      summary: `What ${name} is`,
      license: null,
      license_expression: 'MIT',
      classifiers: [],
      home_page: null,
      project_urls: { Homepage: 'https://acme.example/', Source: 'https://github.com/acme/tool' },
      description: `# ${name}`,
      ...info,
    },
    last_serial: 7,
    releases: {},
    urls: [],
  });
}

async function sourceDistribution({ name, versions }: PypiProject, { filename }: PypiFile): Promise<Served> {
  const folder = filename.replace(/\.tar\.gz$/, '');
  const version = folder.slice(name.length + 1);
  const known = versions.slice(0, versions.indexOf(version) + 1);
  const files = { [`${folder}/PKG-INFO`]: '', [`${folder}/CHANGELOG.md`]: makeChangelog(known) };
  return { status: 200, body: await makeTarball(files) };
}
