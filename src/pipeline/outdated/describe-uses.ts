import { afflictionInWords } from '../../derive/advisories/alerts.ts';
import { type InUse, libyears } from '../../derive/in-use.ts';
import { USE_WORDS } from '../../derive/use-words.ts';
import { countInWords } from '../../derive/words.ts';
import { escapeLine } from '../../platform/escape-line.ts';

const HEAD = ['Project', 'Used', 'On its track', 'Latest', 'Releases', 'Days', 'Breaking', ''];
const NUMBERS = new Set([4, 5, 6]);

/** The versions in use as a table for people, list by list, with a line that sums each list up. */
export function describeUses(all: readonly InUse[]): string {
  if (all.length === 0) {
    return 'No watchlist says what is in use. Remedy: add `uses:` to a project, or npm run import -- package-lock.json.\n';
  }
  const lists = [...Map.groupBy(all, ({ list }) => list)];
  return lists.map(([list, uses]) => `${list}\n${table([HEAD, ...uses.map(row)])}${sum(uses)}\n`).join('\n');
}

function row({ project, behind, breaking, affectedBy, flag }: InUse): string[] {
  const { used, state, onTrack, latest, between, days } = behind;
  const isBehind = state === 'behind';
  // Of what is behind or up to date, the numbers say it.
  const stands = isBehind || state === 'current' ? undefined : USE_WORDS[state];
  const says = [...affectedBy.map(afflictionInWords), flag, stands].filter((text) => text !== undefined);
  const numbers = isBehind ? [between.length, days ?? '?', breaking.length] : ['', '', ''];
  return [
    project.name,
    used,
    onTrack?.version ?? '',
    latest?.version ?? '',
    ...numbers.map(String),
    says.join('; '),
  ].map(escapeLine);
}

function sum(uses: readonly InUse[]): string {
  const late = uses.filter(({ behind }) => behind.state === 'behind').length;
  const vulnerable = uses.filter(({ affectedBy }) => affectedBy.length > 0).length;
  return `${uses.length} in use, ${late} behind, ${vulnerable} vulnerable, ${libyears(uses).toFixed(1)} libyears, ${countInWords(
    uses.reduce((count, { breaking }) => count + breaking.length, 0),
    'breaking release',
  )} between`;
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = HEAD.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  return rows
    .map((cells) => {
      const padded = cells.map((cell, column) => {
        const width = widths[column] ?? 0;
        return NUMBERS.has(column) ? cell.padStart(width) : cell.padEnd(width);
      });
      return `  ${padded.join('  ').trimEnd()}\n`;
    })
    .join('');
}
