import { z } from 'zod';
import { Advisory, AdvisoryEvent, Affected } from '../../../src/core/advisory.ts';
import { Change } from '../../../src/core/change.ts';
import { InvalidPackage, parsePackage } from '../../../src/core/package.ts';
import { Asset, Release } from '../../../src/core/release.ts';
import { Summary, SummaryItem } from '../../../src/core/summary.ts';
import { Upstream } from '../../../src/core/upstream.ts';
import { WatchedProject, Watchlist } from '../../../src/core/watchlist.ts';
import { packagePath } from '../../../src/store/paths.ts';
import { type Draft, tell } from './draft.ts';
import { NOTE_CONTEXTS } from './note-contexts.ts';

/** A field through which upstreams and people speak: what data/ demands of it, and how a text gets there. */
interface Context {
  readonly shape: z.ZodType;
  readonly put: (draft: Draft, vector: string) => void;
}

const [, FIXED] = AdvisoryEvent.options;
const REFERENCE = Advisory.shape.references.unwrap().element;
// The longest name of a file that disks take, less an ending.
const LONGEST = 240;

const ChannelName = z.string().refine((name) => {
  try {
    return packagePath(parsePackage(channelPurl(name))).length <= LONGEST;
  } catch (error) {
    if (error instanceof InvalidPackage || error instanceof URIError) return false;
    throw error;
  }
});

/** A package that is named by a stranger. */
export function channelPurl(name: string): string {
  return `pkg:npm/${encodeURIComponent(name)}`;
}

const FIELDS: Readonly<Record<string, Context>> = {
  'title of a list': {
    shape: Watchlist.shape.title,
    put: ({ list }, v) => {
      list.title = v;
    },
  },
  'name of a project': {
    shape: WatchedProject.shape.name,
    put: ({ watched }, v) => {
      watched.name = v;
    },
  },
  'id of a project': {
    shape: WatchedProject.shape.id,
    put: ({ watched }, v) => {
      watched.id = `${watched.id}-${v}`.slice(0, 64);
    },
  },
  'tag of a project': {
    shape: WatchedProject.shape.tags.unwrap().element,
    put: ({ watched }, v) => {
      watched.tags = [v];
    },
  },
  'version in use': {
    shape: WatchedProject.shape.uses,
    put: ({ watched }, v) => {
      watched.uses = v;
    },
  },
  'name of a channel': {
    shape: ChannelName,
    put: (draft, v) => {
      draft.channel = v;
    },
  },
  'upstream: id': {
    shape: Upstream.shape.id,
    put: ({ upstream }, v) => {
      upstream.id = v;
    },
  },
  'upstream: name': {
    shape: Upstream.shape.name,
    put: ({ upstream }, v) => {
      upstream.name = v;
    },
  },
  'upstream: description': {
    shape: Upstream.shape.description,
    put: ({ upstream }, v) => {
      upstream.description = v;
    },
  },
  'upstream: licence': {
    shape: Upstream.shape.license,
    put: ({ upstream }, v) => {
      upstream.license = v;
    },
  },
  'upstream: homepage': {
    shape: Upstream.shape.homepage,
    put: ({ upstream }, v) => {
      upstream.homepage = v;
    },
  },
  'upstream: repository': {
    shape: Upstream.shape.repository,
    put: ({ upstream }, v) => {
      upstream.repository = v;
    },
  },
  'upstream: name of a tag': {
    shape: z.string().min(1),
    put: ({ upstream }, v) => {
      Object.defineProperty(upstream.tags, v, { value: '1.1.0', enumerable: true });
    },
  },
  'upstream: version of a tag': {
    shape: z.string().min(1),
    put: ({ upstream }, v) => {
      upstream.tags['next'] = v;
    },
  },
  version: {
    shape: Release.shape.version,
    put: ({ release }, v) => {
      release.version = v;
    },
  },
  'release: id': {
    shape: Release.shape.id,
    put: ({ release }, v) => {
      release.id = v;
    },
  },
  'release: title': {
    shape: Release.shape.title,
    put: ({ release, latest }, v) => {
      release.title = v;
      latest.title = v;
    },
  },
  'release: author': {
    shape: Release.shape.author,
    put: ({ release, latest }, v) => {
      release.author = v;
      latest.author = v;
    },
  },
  'release: commit': {
    shape: Release.shape.commit,
    put: ({ release }, v) => {
      release.commit = v;
    },
  },
  'release: provenance': {
    shape: Release.shape.provenance,
    put: ({ latest }, v) => {
      latest.provenance = v;
    },
  },
  'release: address': {
    shape: Release.shape.url,
    put: ({ release }, v) => {
      release.url = v;
    },
  },
  'release: yanked': {
    shape: Release.shape.yanked,
    put: ({ release }, v) => {
      release.yanked = v;
    },
  },
  'release: deprecated': {
    shape: Release.shape.deprecated,
    put: ({ release }, v) => {
      release.deprecated = v;
    },
  },
  'file: name': {
    shape: Asset.shape.name,
    put: ({ asset }, v) => {
      asset.name = v;
    },
  },
  'file: digest': {
    shape: Asset.shape.digest,
    put: ({ asset }, v) => {
      asset.digest = v;
    },
  },
  'file: type': {
    shape: Asset.shape.type,
    put: ({ asset }, v) => {
      asset.type = v;
    },
  },
  'change: name of a file': {
    shape: Change.shape.subject,
    put: (draft, subject) =>
      tell(draft, 'asset-replaced', { subject, before: 'sha256:1', after: 'sha256:2' }),
  },
  'change: name of a tag': {
    shape: Change.shape.subject,
    put: (draft, subject) => tell(draft, 'tag-moved', { subject, before: 'c0ffee0', after: 'decade0' }),
  },
  'change: what was': {
    shape: z.string(),
    put: (draft, before) => tell(draft, 'retitled', { before, after: 'after' }),
  },
  'change: what is': {
    shape: z.string(),
    put: (draft, after) => tell(draft, 'redated', { before: 'before', after }),
  },
  'change: reason': { shape: z.string(), put: (draft, after) => tell(draft, 'yanked', { after }) },
  'change: name of a package': {
    shape: z.string(),
    put: (draft, after) => tell(draft, 'renamed', { before: after, after }),
  },
  'change: notes': {
    shape: z.string(),
    put: (draft, v) => tell(draft, 'notes-edited', { before: v.split('\n'), after: 'sha256:3' }),
  },
  'change: version': {
    shape: Change.shape.version,
    put: (draft, version) => tell(draft, 'withdrawn', { version }),
  },
  'advisory: id': {
    shape: Advisory.shape.id,
    put: ({ advisory }, v) => {
      advisory.aliases = [v];
    },
  },
  'advisory: summary': {
    shape: Advisory.shape.summary,
    put: ({ advisory }, v) => {
      advisory.summary = v;
    },
  },
  'advisory: severity': {
    shape: Advisory.shape.databaseSeverity,
    put: ({ advisory }, v) => {
      advisory.databaseSeverity = v;
    },
  },
  'advisory: score': {
    shape: z.string().min(1).max(512),
    put: ({ advisory }, score) => {
      advisory.severity = [{ type: 'CVSS_V3', score }];
    },
  },
  'advisory: fixed version': {
    shape: FIXED.shape.fixed,
    put: ({ affected }, fixed) => {
      affected.ranges.push({ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed }] });
    },
  },
  'advisory: affected version': {
    shape: Affected.shape.versions.unwrap().element,
    put: ({ affected }, v) => {
      affected.versions = [v];
    },
  },
  'advisory: address': {
    shape: REFERENCE.shape.url,
    put: ({ advisory }, url) => {
      advisory.references = [{ type: 'FIX', url }];
    },
  },
  'summary: model': {
    shape: Summary.shape.model,
    put: ({ summary }, v) => {
      summary.model = v;
    },
  },
  'summary: text': {
    shape: SummaryItem.shape.text,
    put: ({ summary }, text) => {
      summary.features = [{ text, quote: 'Reads tides from five harbours' }];
    },
  },
  'summary: quotation': {
    shape: SummaryItem.shape.quote,
    put: ({ summary }, quote) => {
      summary.fixes = [{ text: 'A fix.', quote }];
    },
  },
};

const NOTES = Object.entries(NOTE_CONTEXTS).map(([name, wrap]): [string, Context] => [
  name,
  {
    shape: z.string(),
    put: ({ release }, vector) => {
      release.notes.push(...wrap(vector).replaceAll('\r\n', '\n').split('\n'), '');
    },
  },
]);

/** Every field, and every place in notes. */
export const CONTEXTS: Readonly<Record<string, Context>> = { ...FIELDS, ...Object.fromEntries(NOTES) };
