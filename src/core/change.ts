import { hash } from 'node:crypto';
import { z } from 'zod';
import { Instant } from './instant.ts';

export type Severity = 'info' | 'notice' | 'alert';

/** Every kind of change, how grave it is, and the group of kinds that undo one another. */
export const CHANGE_KINDS = {
  imported: { severity: 'info', about: 'package' },
  published: { severity: 'info', about: 'publication' },
  promoted: { severity: 'info', about: 'promotion' },
  'notes-edited': { severity: 'info', about: 'notes' },
  retitled: { severity: 'info', about: 'title' },
  redated: { severity: 'notice', about: 'date' },
  'asset-added': { severity: 'notice', about: 'asset' },
  'asset-removed': { severity: 'notice', about: 'asset' },
  'asset-replaced': { severity: 'alert', about: 'asset' },
  rebuilt: { severity: 'notice', about: 'asset' },
  'tag-moved': { severity: 'alert', about: 'tag' },
  yanked: { severity: 'notice', about: 'yank' },
  unyanked: { severity: 'info', about: 'yank' },
  deprecated: { severity: 'notice', about: 'deprecation' },
  undeprecated: { severity: 'info', about: 'deprecation' },
  withdrawn: { severity: 'alert', about: 'presence' },
  restored: { severity: 'notice', about: 'presence' },
  lagging: { severity: 'notice', about: 'lag' },
  renamed: { severity: 'notice', about: 'name' },
  'identity-changed': { severity: 'alert', about: 'identity' },
  quarantined: { severity: 'notice', about: 'quarantine' },
  unreachable: { severity: 'notice', about: 'reach' },
  reachable: { severity: 'notice', about: 'reach' },
} as const satisfies Record<string, { severity: Severity; about: string }>;

export type ChangeKind = keyof typeof CHANGE_KINDS;

export function isChangeKind(text: string): text is ChangeKind {
  return Object.hasOwn(CHANGE_KINDS, text);
}

/** One fact about a package at one moment: one line of the ledger. Key order here is key order on disk. */
export const Change = z.strictObject({
  at: Instant,
  kind: z.string().refine(isChangeKind, { error: 'not a kind of change' }),
  package: z.string().startsWith('pkg:'),
  version: z.string().min(1).optional(),
  /** The asset's or the tag's name. */
  subject: z.string().min(1).optional(),
  severity: z.enum(['info', 'notice', 'alert']),
  /** For notes the replaced text as lines, for tags a commit, for assets a digest or a size, else the value. */
  before: z.union([z.string(), z.array(z.string())]).optional(),
  after: z.string().optional(),
  /** It undoes a change of the same subject that is at most seven days old. */
  flap: z.literal(true).optional(),
});
export type Change = z.infer<typeof Change>;

/** The id of a change: computed, never stored. Hex sha256 of its identifying fields as a JSON array. */
export function changeId(change: Change): string {
  const { at, package: purl, version, kind, subject, before, after } = change;
  const identity = [at, purl, version ?? null, kind, subject ?? null, before ?? null, after ?? null];
  return hash('sha256', JSON.stringify(identity));
}
