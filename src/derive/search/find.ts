import { compareText } from '../../core/compare-text.ts';
import { wordsOf } from './fold-text.ts';
import { matchMistyped, matchName } from './match-name.ts';
import { matchVersion } from './match-version.ts';
import type { SearchProject, SearchRelease } from './read-list.ts';
import { SEARCH_KINDS } from './search-kinds.ts';

/** What is looked for; a filter that is '' lets all through. */
export interface Wanted {
  readonly query: string;
  /** The id of a project. */
  readonly project: string;
  readonly tag: string;
  /** The id of one of SEARCH_KINDS. */
  readonly kind: string;
}

export interface Hit {
  readonly project: SearchProject;
  readonly release: SearchRelease;
}

export interface Found {
  /** The best first. */
  readonly projects: readonly SearchProject[];
  /** The best first, and of those the newest. */
  readonly releases: readonly Hit[];
  /** Whether nothing was found but for slips of the keyboard. */
  readonly isGuess: boolean;
}

type Match = (word: string, name: string) => number;

/** The projects and releases that are named by all words, and let through by all filters. */
export function find(projects: readonly SearchProject[], wanted: Wanted): Found {
  const words = wordsOf(wanted.query);
  const found = findBy(matchName, projects, words, wanted);
  const isFound = found.projects.length + found.releases.length > 0;
  if (isFound || words.length === 0) return { ...found, isGuess: false };
  const guessed = findBy(matchMistyped, projects, words, wanted);
  return { ...guessed, isGuess: guessed.projects.length + guessed.releases.length > 0 };
}

export function isFiltered({ project, tag, kind }: Wanted): boolean {
  return project + tag + kind !== '';
}

/** Whether anything is looked for at all. */
export function isAsked(wanted: Wanted): boolean {
  return isFiltered(wanted) || wanted.query.trim() !== '';
}

/** Whether the filters let a release through. */
export function isLetThrough({ project, release }: Hit, { project: id, tag, kind }: Wanted): boolean {
  return (
    (id === '' || project.id === id) && (tag === '' || project.tags.includes(tag)) && kindOf(kind)(release)
  );
}

function kindOf(kind: string): (release: SearchRelease) => boolean {
  if (kind === '') return () => true;
  // An address may name a kind that there is not: nothing is of it.
  return SEARCH_KINDS.find(({ id }) => id === kind)?.keeps ?? (() => false);
}

interface Scored<Thing> {
  readonly thing: Thing;
  readonly score: number;
}

function findBy(match: Match, projects: readonly SearchProject[], words: readonly string[], wanted: Wanted) {
  const foundProjects: Scored<SearchProject>[] = [];
  const releases: Scored<Hit>[] = [];
  const filtered = isFiltered(wanted);
  for (const project of projects) {
    const scores = words.map((word) => nameScore(match, word, project));
    const kept = project.releases.filter((release) => isLetThrough({ project, release }, wanted));
    const isNamed = scores.every((score) => score > 0);
    if (isNamed && words.length > 0 && (kept.length > 0 || !filtered)) {
      foundProjects.push({ thing: project, score: sum(scores) });
    }
    if (words.length === 0 && !filtered) continue;
    for (const release of kept) {
      const score = releaseScore(words, scores, release, filtered);
      if (score !== undefined) releases.push({ thing: { project, release }, score });
    }
  }
  return {
    projects: foundProjects.sort(byScore).map(({ thing }) => thing),
    releases: releases.sort(byScoreAndDay).map(({ thing }) => thing),
  };
}

function nameScore(match: Match, word: string, { names, purl }: SearchProject): number {
  // An exact name counts, however many tags the project has beside it.
  const best = Math.max(...names.map((name, place) => match(word, name) * (place === 0 ? 1 : 0.95)));
  return Math.max(best, 0.5 * match(word, purl));
}

/** Undefined where a word is in neither name nor version, or where the words speak of the project alone. */
function releaseScore(
  words: readonly string[],
  nameScores: readonly number[],
  { folded }: SearchRelease,
  filtered: boolean,
): number | undefined {
  let total = 0;
  let isVersionMeant = filtered;
  for (const [place, word] of words.entries()) {
    const byName = nameScores[place] ?? 0;
    const byVersion = matchVersion(word, folded);
    if (byName === 0 && byVersion === 0) return undefined;
    if (byVersion > byName) isVersionMeant = true;
    total += Math.max(byName, byVersion);
  }
  return isVersionMeant ? total : undefined;
}

function sum(scores: readonly number[]): number {
  return scores.reduce((total, score) => total + score, 0);
}

function byScore(a: Scored<SearchProject>, b: Scored<SearchProject>): number {
  return (
    b.score - a.score ||
    a.thing.name.length - b.thing.name.length ||
    compareText(a.thing.name, b.thing.name) ||
    compareText(a.thing.id, b.thing.id)
  );
}

function byScoreAndDay(a: Scored<Hit>, b: Scored<Hit>): number {
  return (
    b.score - a.score ||
    compareText(b.thing.release.day, a.thing.release.day) ||
    compareText(a.thing.release.path, b.thing.release.path)
  );
}
