import { ENDPOINTS } from '../../api/endpoints.ts';
import { code, table } from './markdown.ts';
import { putBetween } from './put-between.ts';

const BEGIN = '<!-- Endpoints: npm run docs writes from here … -->';
const END = '<!-- … to here: endpoints. -->';

/** docs/api.md with every document of the API. Undefined where the page has no place for them. */
export function withApiEndpoints(page: string): string | undefined {
  const rows = Object.values(ENDPOINTS).map(({ path, summary }) => [code(`/${path}`), summary]);
  return putBetween(page, BEGIN, END, table(['address', 'what'], rows).trimEnd());
}
