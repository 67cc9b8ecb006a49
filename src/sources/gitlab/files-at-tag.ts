import { z } from 'zod';
import { FormatError } from '../../platform/errors.ts';
import type { Http } from '../../platform/http/http.ts';
import type { HttpRequest } from '../../platform/http/http-request.ts';
import { readAll } from '../../platform/pages.ts';
import type { FilesAtTag } from '../changelog-at-tag.ts';
import { nextPage } from '../forge/next-page.ts';

const LARGEST_FILE = 4 * 1024 * 1024;
const SYMLINK = '120000';

const Elements = z.array(z.unknown());
const File = z.object({ type: z.literal('blob'), name: z.string(), mode: z.string() });

/** The files of a repository. https://docs.gitlab.com/api/repositories/ https://docs.gitlab.com/api/repository_files/ */
export function filesAtTag(http: Http, project: string, request: HttpRequest): FilesAtTag {
  return {
    async list(ref) {
      let before = 0;
      return readAll(
        `${project}/repository/tree?per_page=100&ref=${encodeURIComponent(ref)}`,
        async (url) => {
          const { json, ...head } = await http.readJson(url, request);
          const { data, error } = Elements.safeParse(json);
          if (error !== undefined) throw new FormatError(`${url}: the reply is no list`, { cause: error });
          const next = nextPage({ url, head, items: data.length, before, totalHeader: 'x-total' });
          before += data.length;
          return { items: data.flatMap(fileName), next };
        },
      );
    },
    async read(ref, name) {
      const url = `${project}/repository/files/${encodeURIComponent(name)}/raw?ref=${encodeURIComponent(ref)}`;
      const { authorization } = request;
      return (await http.request(url, { authorization, accept: '*/*', maxBytes: LARGEST_FILE })).body;
    },
  };
}

function fileName(element: unknown): string[] {
  const { data } = File.safeParse(element);
  return data === undefined || data.mode === SYMLINK ? [] : [data.name];
}
