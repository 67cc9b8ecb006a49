import { createGathering } from './gathering.ts';
import { reach } from './graph.ts';
import { splitPurl } from './purl-text.ts';
import type { Reading } from './used.ts';

/** A part of a bill of materials, whichever way it is written. */
export interface Component {
  readonly id: string;
  readonly name: string;
  readonly purl: string | undefined;
  /** Counts where the purl has none. */
  readonly version: string | undefined;
  readonly isDev: boolean;
}

export interface Need {
  readonly from: string;
  readonly to: string;
  readonly isDev: boolean;
}

export interface Bom {
  readonly components: readonly Component[];
  readonly needs: readonly Need[];
  /** What the bill is of. */
  readonly subjects: ReadonlySet<string>;
}

/** What the tables say of bills. */
export const BOM_TELLS = 'told by its graph; without one all count as direct';

/** What a bill of materials says is in use: its subject asks for what is direct. */
export function readBom({ components, needs, subjects }: Bom): Reading {
  const gathering = createGathering();
  const byId = Map.groupBy(needs, ({ from }) => from);
  const below = (id: string, isAny: boolean) =>
    (byId.get(id) ?? []).flatMap(({ to, isDev }) => (isAny || !isDev ? [to] : []));
  const direct = new Set([...subjects].flatMap((id) => below(id, true)));
  const forDev = needs.flatMap(({ to, isDev }) => (isDev ? [to] : []));
  const developed = reach(forDev, (id) => below(id, true));
  const shipped = reach(subjects, (id) => below(id, false));
  // A bill that says to be of each of its packages is a plain list.
  const isList = components.every(({ id }) => subjects.has(id));
  for (const { id, name, purl, version, isDev } of components) {
    if (subjects.has(id) && !isList) continue;
    if (purl === undefined) gathering.skip(name, 'has no purl');
    else {
      const read = splitPurl(purl);
      gathering.add(read.purl, {
        version: read.version ?? exact(version),
        isDirect: direct.size === 0 || direct.has(id),
        isDev: isDev || (developed.has(id) && !shipped.has(id)),
      });
    }
  }
  return gathering.done();
}

// Where a manifest was read instead of a lock file, there is a range.
function exact(version: string | undefined): string | undefined {
  return version !== undefined && /^v?\d[\w.+~:-]*$/.test(version) ? version : undefined;
}
