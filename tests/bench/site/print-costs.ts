import { machine, median, printTable, spread } from '../print-table.ts';
import type { Cost } from '../run-measured.ts';
import type { Size } from './bench-build.ts';
import { ALL, type Costs, PAGES } from './rounds.ts';

const HEADS = ['', 'wall s', '× Hugo', '× bare', '× cold', 'cpu s', 'peak MB', 'files, MB'];

/** Prints each row beside the others of the same round. */
export function printCosts({ of, files }: Costs, { projects, releases, rounds }: Size): void {
  const versus = (costs: readonly Cost[], other: string) => {
    const others = of.get(other);
    if (others === undefined) return '–';
    return spread(costs.map(({ wall }, round) => wall / (others[round]?.wall ?? Number.NaN)));
  };
  const rows = [...of].map(([name, costs]) => [
    name,
    spread(costs.map(({ wall }) => wall)),
    versus(costs, 'Hugo'),
    versus(costs, 'bare script'),
    versus(costs, `Tidings, notes cold, ${name.endsWith(ALL) ? ALL : PAGES}`),
    spread(costs.map(({ cpu }) => cpu)),
    peakOf(costs),
    files.get(name) ?? '',
  ]);
  const title = `build: ${projects} projects × ${releases} releases`;
  printTable(`${title}; median, lowest and highest of ${rounds} rounds (${machine()})`, [HEADS, ...rows]);
}

// Of a program that is not ours nobody may tell it.
function peakOf(costs: readonly Cost[]): string {
  const peak = median(costs.map((cost) => cost.peak));
  return peak === 0 ? '–' : peak.toFixed(0);
}
