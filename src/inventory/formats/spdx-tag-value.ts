import { BOM_TELLS, type Component, readBom } from '../bom.ts';
import type { InventoryFormat } from '../inventory-format.ts';
import { needsIn, type Relationship, subjectsIn } from '../spdx.ts';

type Writable = { -readonly [Key in keyof Component]: Component[Key] };

/** https://spdx.github.io/spdx-spec/v2.3/ */
export const spdxTagValue: InventoryFormat = {
  id: 'spdx-tag-value',
  title: 'SPDX 2.2 and 2.3, tag-value',
  names: ['*.spdx', '*.spdx.txt'],
  tells: { direct: BOM_TELLS, dev: 'told by its graph: what only development leads to' },
  looksLike: (text) => /^SPDXVersion:\s*SPDX-2/m.test(text.slice(0, 10_000)),
  read: (text) => {
    const components: Writable[] = [];
    const relationships: Relationship[] = [];
    for (const [tag, value] of tagsIn(text)) {
      const [first = '', second = '', third = ''] = value.split(/\s+/);
      if (tag === 'Relationship') relationships.push({ from: first, type: second, to: third });
      if (tag === 'PackageName')
        components.push({ id: '', name: value, purl: undefined, version: undefined, isDev: false });
      const last = components.at(-1);
      if (last === undefined) continue;
      // Files and snippets, which come behind the packages, have ids as well.
      if (tag === 'SPDXID' && last.id === '') last.id = value;
      if (tag === 'PackageVersion') last.version = value;
      if (tag === 'ExternalRef' && second === 'purl') last.purl ??= third;
    }
    return readBom({
      components,
      needs: needsIn(relationships),
      subjects: new Set(subjectsIn(relationships)),
    });
  },
};

/** `Tag: value` line by line; what stands between <text> and </text> may have lines of its own, and none of it is asked for. */
function* tagsIn(text: string): Generator<readonly [string, string]> {
  let isInText = false;
  for (const line of text.split(/\r?\n/)) {
    const [, tag, value = ''] = isInText ? [] : (/^(\w+):\s*(.*)$/.exec(line) ?? []);
    if (tag !== undefined) yield [tag, value.trim()];
    const opens = line.lastIndexOf('<text>');
    const closes = line.lastIndexOf('</text>');
    if (opens !== closes) isInText = opens > closes;
  }
}
