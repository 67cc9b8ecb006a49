import { type Change, changeId } from '../core/change.ts';
import { notesHash } from '../core/notes.ts';
import { addressOf } from './address-of.ts';
import { pathOf } from './endpoints.ts';
import type { Held } from './held.ts';
import { type MonthPart, monthsOf } from './months.ts';
import type { ApiChange, ApiChangeMonth } from './shapes/change-month.ts';
import { toOpening } from './to-opening.ts';

/** What the ledger tells of what is followed, by month, oldest document first. */
export function changeMonths({ ledger }: Pick<Held, 'ledger'>): MonthPart<Change>[] {
  return monthsOf(
    ledger.items.flatMap(({ changes }) => changes),
    ({ at }) => at,
  );
}

/** One document of a month. */
export function toChangeMonth(
  { month, items, older }: MonthPart<Change>,
  { ledger }: Pick<Held, 'ledger'>,
  site: string,
): ApiChangeMonth {
  return {
    ...toOpening('changes', site),
    month,
    changes: items.map((change) => toChange(change, ledger)),
    ...(older && { older: pathOf('changes', { month: older }) }),
  };
}

function toChange(change: Change, ledger: Held['ledger']): ApiChange {
  const { at, kind, severity, package: purl, version, subject, before, after, flap } = change;
  const page = ledger.placeOf(change);
  const was = Array.isArray(before) ? notesHash(before.join('\n')) : before;
  return {
    id: changeId(change),
    at,
    kind,
    severity,
    project: ledger.projectOf(purl)?.id ?? '',
    package: purl,
    ...(version !== undefined && { version }),
    ...(subject !== undefined && { subject }),
    ...(was !== undefined && { before: was }),
    ...(after !== undefined && { after }),
    ...(flap && { flap }),
    ...(page && { page: addressOf(page) }),
  };
}
