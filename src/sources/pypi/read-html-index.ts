import { toInstant } from '../../core/instant.ts';
import { FormatError } from '../../platform/errors.ts';
import { isDistribution } from './file-version.ts';
import { digestOf, type IndexFile, type Project } from './project.ts';

// Bounded, so that no page can keep it busy.
const TAG = /<(a|meta)\s((?:[^<>"']|"[^"]{0,4096}"|'[^']{0,4096}'){0,4096})>/gi;
const ATTRIBUTE = /([\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

type Attributes = ReadonlyMap<string, string>;

/**
 * Reads a project’s page of an index in its HTML form: a link for each file. https://peps.python.org/pep-0503/
 * @throws FormatError for a page that has no such links, and does not say that it is one of an index
 */
export function readHtmlIndex(html: string, subject: string): Project {
  const files: IndexFile[] = [];
  const meta = new Map<string, string>();
  for (const [, tag, text = ''] of html.matchAll(TAG)) {
    const attributes = readAttributes(text);
    const file = tag?.toLowerCase() === 'a' ? readFile(attributes) : undefined;
    if (file !== undefined && isDistribution(file.name)) files.push(file);
    const name = attributes.get('name')?.toLowerCase();
    if (name?.startsWith('pypi:')) meta.set(name, attributes.get('content') ?? '');
  }
  if (files.length === 0 && !meta.has('pypi:repository-version')) {
    throw new FormatError(`${subject}: the reply is a web page, but not one of an index`);
  }
  return {
    files,
    versions: undefined,
    serial: undefined,
    status: {
      marker: meta.get('pypi:project-status') || 'active',
      reason: meta.get('pypi:project-status-reason') ?? '',
    },
    dropped: 0,
  };
}

function readFile(attributes: Attributes): IndexFile | undefined {
  const url = attributes.get('href') ?? '';
  const [path = '', fragment = ''] = url.split('#');
  const name = decodeName(path.split('?')[0]?.split('/').at(-1) ?? '');
  if (name === undefined || name.length > 1024 || !name.isWellFormed()) return undefined;
  return {
    name,
    url,
    size: undefined,
    digest: digestOf(Object.fromEntries(new URLSearchParams(fragment))),
    // No index must give it, some do.
    uploadedAt: toInstant(attributes.get('data-upload-time')),
    yanked: attributes.get('data-yanked') ?? false,
    isAttested: (attributes.get('data-provenance') ?? '') !== '',
  };
}

function readAttributes(text: string): Attributes {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, plain] of text.matchAll(ATTRIBUTE)) {
    attributes.set(name.toLowerCase(), decodeEntities(double ?? single ?? plain ?? ''));
  }
  return attributes;
}

function decodeEntities(text: string): string {
  return text.replace(ENTITY, (entity, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? entity;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0x10ffff ? entity : String.fromCodePoint(code);
  });
}

function decodeName(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
