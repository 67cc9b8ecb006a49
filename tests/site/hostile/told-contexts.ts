import { z } from 'zod';
import { Advisory, AdvisoryEvent, Affected } from '../../../src/core/advisory.ts';
import { Change } from '../../../src/core/change.ts';
import { Summary, SummaryItem } from '../../../src/core/summary.ts';
import type { Context } from './context.ts';
import { tell } from './draft.ts';

const [, FIXED] = AdvisoryEvent.options;
const REFERENCE = Advisory.shape.references.unwrap().element;

/** What the ledger, the advisories and the summaries say. */
export const TOLD_CONTEXTS: Readonly<Record<string, Context>> = {
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
