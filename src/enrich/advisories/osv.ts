import type { Http } from '../../platform/http/http.ts';
import { type Asked, indexNames } from './asked.ts';
import { type AdvisoryDatabase, toFailed } from './database.ts';
import { listRecords } from './osv-list.ts';
import { readOsvRecord } from './osv-record.ts';

/** Where OSV is asked, unless TIDINGS_OSV names another place. */
export const OSV_URL = 'https://api.osv.dev';

const MEGABYTE = 1024 * 1024;
const LARGEST_RECORD = 2 * MEGABYTE;
const LARGEST_BATCH = 32 * MEGABYTE;

/** OSV, which gathers the databases of all ecosystems. https://google.github.io/osv.dev/api/ */
export function osvDatabase(http: Http, url: string, followed: readonly Asked[]): AdvisoryDatabase {
  const find = indexNames(followed);

  // A question, not a deed: it may be asked again.
  async function post(body: object): Promise<unknown> {
    const headers = { 'content-type': 'application/json' };
    const request = { method: 'POST', headers, body: JSON.stringify(body), maxBytes: LARGEST_BATCH } as const;
    return (await http.readJson(`${url}/v1/querybatch`, request)).json;
  }

  return {
    title: 'OSV',
    list: (asked) => listRecords(asked, post),
    async read(id) {
      try {
        const request = { statuses: [404], maxBytes: LARGEST_RECORD };
        const { status, json } = await http.readJson(`${url}/v1/vulns/${encodeURIComponent(id)}`, request);
        return status === 404 ? { status: 'gone' } : { status: 'found', ...readOsvRecord(json, id, find) };
      } catch (error) {
        return toFailed(error);
      }
    },
  };
}
