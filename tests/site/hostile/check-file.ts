import { Ajv2020 } from 'ajv/dist/2020.js';
import { XMLValidator } from 'fast-xml-parser';
import { parseFeed } from 'feedsmith';
import { findUnsafe } from '../../render/find-unsafe.ts';

/** What is wrong with a file that is no page: a line each. */
export type CheckFile = (path: string, text: string) => string[];

// https://www.w3.org/TR/xml/#charsets
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;

// The feeds of a filter hold entries that the feeds of their places hold too.
const UNFILTERED = /^(?:changes\/|[a-z]+\/[\w.-]+\/(?:changes\/)?)?(?:feed|atom)\.(?:xml|json)$/;

/** Checks files of a site by their endings; those of the API by the schemas (JSON texts) that the site itself publishes. */
export function fileChecker(schemas: readonly string[]): CheckFile {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  for (const schema of schemas) ajv.addSchema(JSON.parse(schema));
  return (path, text) => {
    const found = text.isWellFormed() ? [] : ['half a pair of surrogates'];
    if (/\.(?:xml|opml|svg)$/.test(path)) found.push(...checkXml(text));
    if (path.endsWith('.json')) found.push(...checkJson(ajv, JSON.parse(text)));
    if (UNFILTERED.test(path)) found.push(...checkFeed(text));
    return found;
  };
}

function checkXml(text: string): string[] {
  const valid = XMLValidator.validate(text);
  return [
    ...(valid === true ? [] : [valid.err.msg]),
    ...(FORBIDDEN.test(text) ? ['a character that XML forbids'] : []),
  ];
}

function checkJson(ajv: Ajv2020, document: unknown): string[] {
  if (typeof document !== 'object' || document === null || !('$schema' in document)) return [];
  const id = String(document.$schema);
  if (!id.includes('/api/schemas/') || ajv.validate(id, document)) return [];
  return (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function checkFeed(text: string): string[] {
  return markupOf(text).flatMap(findUnsafe);
}

/** The markup of all entries, as a reader that knows the format finds it. */
function markupOf(text: string): string[] {
  const parsed = parseFeed(text);
  if (parsed.format === 'atom') return (parsed.feed.entries ?? []).map(({ content }) => content?.value ?? '');
  if (parsed.format === 'rss') return (parsed.feed.items ?? []).map((item) => item.content?.encoded ?? '');
  if (parsed.format === 'json') return (parsed.feed.items ?? []).map((item) => item.content_html ?? '');
  return [`<unknown-format>${parsed.format}`];
}
