import type { Http } from '../../platform/http/http.ts';
import { splitChangelog } from '../../versions/changelog/split-changelog.ts';
import { toMarkdown } from '../../versions/changelog/to-markdown.ts';
import { failureOf } from '../failure-of.ts';
import { ARCHIVE_LIMITS, type ArchiveForm, findChangelog } from './find-changelog.ts';

/** Where a version's archive is, and how it is packed. */
export interface Archive {
  readonly url: string;
  readonly form: ArchiveForm;
  readonly authorization: string | undefined;
  /** Another text for another archive: its digest, else its address. */
  readonly identity: string;
}

/** Notes by version, or a failure: a `passing` one may be over by the next run. */
export type Sections =
  | { readonly status: 'read'; readonly sections: ReadonlyMap<string, string> }
  | { readonly status: 'lasting' | 'passing' };

// Notes are not worth the quarter of an hour that a stream may take.
const DEADLINE_MS = 120_000;

/**
 * The notes of all versions out of one archive, the newest one's. Its failure is not the package's: it is told, not thrown.
 * @param name the package, as changelogs of several packages name it
 */
export async function readChangelog(http: Http, archive: Archive, name: string): Promise<Sections> {
  const { url, form, authorization } = archive;
  const maxBytes = ARCHIVE_LIMITS.packedBytes;
  const request = { accept: '*/*', authorization, maxBytes, deadlineMs: DEADLINE_MS };
  try {
    const found = await http.stream(url, request, (bytes) => findChangelog(bytes, form));
    const markdown = found === undefined ? '' : toMarkdown(found.text, found.name);
    return { status: 'read', sections: splitChangelog(markdown, name) };
  } catch (error) {
    return { status: failureOf(error) };
  }
}
