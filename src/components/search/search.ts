import type { Wanted } from '../../derive/search/find.ts';
import { readList } from '../../derive/search/read-list.ts';
import { SEARCH_LIST_PATH, type SearchList } from '../../derive/search/search-list.ts';
import { part } from '../part.ts';
import { readJson } from '../read-json.ts';
import { replaceAddress } from '../replace-address.ts';
import { createSearch } from './create-search.ts';
import { fillChoices } from './fill-choices.ts';
import { moveAmong } from './move-among.ts';
import { openNotes } from './open-notes.ts';
import { readWanted, writeWanted } from './wanted-address.ts';

const tool = part('[data-search]', HTMLElement);
const field = part('#query', HTMLInputElement);
const project = part('#in-project', HTMLSelectElement);
const tag = part('#with-tag', HTMLSelectElement);
const kind = part('#of-kind', HTMLSelectElement);
const status = part('#search-status', HTMLElement);

async function start(): Promise<void> {
  const list = await readJson<SearchList>(SEARCH_LIST_PATH);
  const projects = readList(list);
  fillChoices(projects, project, tag);
  const search = createSearch(projects, openNotes(projects, list.notes), {
    projects: part('#found-projects', HTMLElement),
    releases: part('#found-releases', HTMLElement),
    notes: part('#found-notes', HTMLElement),
    status,
  });
  const look = (wanted: Wanted) => {
    replaceAddress(writeWanted(wanted), '');
    void search(wanted);
  };
  const asked = readWanted(location.search);
  // What was typed while the list was on its way counts more than the address.
  if (field.value === '') field.value = asked.query;
  project.value = asked.project;
  tag.value = asked.tag;
  kind.value = asked.kind;
  tool.addEventListener('input', () =>
    look({ query: field.value, project: project.value, tag: tag.value, kind: kind.value }),
  );
  look({ ...asked, query: field.value });
  if (list.notes === 0) part('#no-notes', HTMLElement).hidden = false;
  tool.dataset['ready'] = '';
}

tool.hidden = false;
// The key `/` leads here from other pages.
if (location.hash === '#query') field.focus();
moveAmong(field, tool);
start().catch((error: unknown) => {
  status.textContent = `The list of releases could not be read: ${error instanceof Error ? error.message : error}. Reload the page to try again.`;
});
