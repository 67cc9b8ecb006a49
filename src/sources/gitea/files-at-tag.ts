import { z } from 'zod';
import { FormatError } from '../../platform/errors.ts';
import type { Http } from '../../platform/http/http.ts';
import type { HttpRequest } from '../../platform/http/http-request.ts';
import type { FilesAtTag } from '../changelog-at-tag.ts';

const LARGEST_FILE = 4 * 1024 * 1024;

const Elements = z.array(z.unknown());
const File = z.object({ type: z.literal('file'), name: z.string() });

/** The files of a repository: `contents` lists a folder at once, without pages. */
export function filesAtTag(http: Http, repository: string, request: HttpRequest): FilesAtTag {
  return {
    async list(ref) {
      const url = `${repository}/contents?ref=${encodeURIComponent(ref)}`;
      const { data, error } = Elements.safeParse((await http.readJson(url, request)).json);
      if (error !== undefined) throw new FormatError(`${url}: the reply is no list`, { cause: error });
      return data.map((element) => File.safeParse(element).data?.name).filter((name) => name !== undefined);
    },
    async read(ref, name) {
      const url = `${repository}/raw/${encodeURIComponent(name)}?ref=${encodeURIComponent(ref)}`;
      const { authorization } = request;
      return (await http.request(url, { authorization, accept: '*/*', maxBytes: LARGEST_FILE })).body;
    },
  };
}
