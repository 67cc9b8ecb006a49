import cvss from 'ae-cvss-calculator';
import type { Advisory } from '../../core/advisory.ts';
import { type AdvisorySeverity, highestOf } from './severities.ts';

// The words of databases that give one, in any case: GitHub's MODERATE is FIRST's medium.
const WORDS: ReadonlyMap<string, AdvisorySeverity> = new Map([
  ['critical', 'critical'],
  ['high', 'high'],
  ['important', 'high'],
  ['moderate', 'medium'],
  ['medium', 'medium'],
  ['low', 'low'],
  ['negligible', 'low'],
]);

// https://www.first.org/cvss/v4.0/specification-document#Qualitative-Severity-Rating-Scale
const SCORES = [
  [9, 'critical'],
  [7, 'high'],
  [4, 'medium'],
  [0, 'low'],
] as const;

const VECTOR =
  /^(?:CVSS:[34]\.[01]\/)?[A-Z][A-Za-z]{0,2}:[A-Za-z]{1,6}(?:\/[A-Z][A-Za-z]{0,2}:[A-Za-z]{1,6})+$/;

/** The highest that a record knows: of all its vectors, and of the database's own word. Malware that nobody rated is critical. */
export function severityOf(record: Advisory): AdvisorySeverity {
  const given = [...(record.severity ?? []), ...record.affected.flatMap(({ severity = [] }) => severity)];
  const known = [record.databaseSeverity, ...given.map(({ score }) => score)].map(rate);
  const highest = highestOf(known);
  return highest === 'unknown' && isMalware(record) ? 'critical' : highest;
}

/** Whether the package itself is the attack. */
export function isMalware({ id, malware }: Advisory): boolean {
  return malware === true || id.startsWith('MAL-');
}

function rate(text = ''): AdvisorySeverity {
  const word = WORDS.get(text.toLowerCase());
  if (word !== undefined) return word;
  const score = baseScore(text);
  if (score === undefined) return 'unknown';
  return SCORES.find(([least]) => score >= least)?.[1] ?? 'unknown';
}

/** The base score of a CVSS vector, of versions 2 to 4; undefined for what is none, or is not whole. */
export function baseScore(vector: string): number | undefined {
  const parsed = VECTOR.test(vector) ? cvss.fromVector(vector) : null;
  return parsed?.isBaseFullyDefined() ? parsed.calculateScores().base : undefined;
}
