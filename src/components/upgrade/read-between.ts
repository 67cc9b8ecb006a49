import { type NotesBetween, notesBetween } from '../../derive/upgrade/notes-between.ts';
import type { UpgradeStep } from '../../derive/upgrade/plan-upgrade.ts';
import { type UpgradeNotes, upgradeNotesPath } from '../../derive/upgrade/upgrade-notes.ts';
import { readJson } from '../read-json.ts';

const known = new Map<string, Promise<UpgradeNotes>>();

/** What the notes between the version in use and the latest say, newest first. A project is read once. */
export async function readBetween({ held, between }: UpgradeStep): Promise<NotesBetween> {
  const reading = known.get(held.project) ?? readJson<UpgradeNotes>(upgradeNotesPath(held.project));
  known.set(held.project, reading);
  // What failed once may be there the next time.
  reading.catch(() => known.delete(held.project));
  const refs = new Set(between.map(([version, , , ref = version]) => ref));
  const { releases } = await reading;
  return notesBetween(releases.filter(({ version, ref = version }) => refs.has(ref)));
}
