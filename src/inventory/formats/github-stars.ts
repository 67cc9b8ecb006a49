import { field, itemsOf, textOf } from '../fields.ts';
import { createGathering } from '../gathering.ts';
import { ALL_DIRECT, type InventoryFormat, NOT_TOLD } from '../inventory-format.ts';
import { parseJson } from '../parse/json.ts';
import { purlText } from '../purl-text.ts';

/** https://docs.github.com/en/rest/activity/starring */
export const githubStars: InventoryFormat = {
  id: 'github-stars',
  title: 'GitHub stars: the API’s JSON',
  names: ['stars.json', 'starred.json', '*stars*.json', '*starred*.json'],
  tells: { direct: ALL_DIRECT, dev: NOT_TOLD },
  looksLike: (text) => /^\s*\[/.test(text) && /"full_name"\s*:/.test(text),
  read: (text) => {
    const gathering = createGathering();
    // `gh api --paginate --slurp` gives a list of pages.
    const items = itemsOf(parseJson(text)).flat();
    for (const [index, item] of items.entries()) {
      // With the time of starring, the repository stands one level deeper.
      const name = textOf(field(item, 'full_name')) ?? textOf(field(item, 'repo', 'full_name'));
      if (name === undefined) gathering.skip(`element ${index + 1}`, 'has no full_name');
      else gathering.add(purlText('github', name), { isDirect: true });
    }
    return gathering.done();
  },
};
