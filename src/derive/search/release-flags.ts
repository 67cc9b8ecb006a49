import type { StepKind } from '../step.ts';

/** What the list of search knows of a release beside its version and day. */
export interface ReleaseFlags {
  readonly step: StepKind;
  readonly isBreaking: boolean;
  readonly isSecurity: boolean;
  /** Yanked or withdrawn. */
  readonly isGone: boolean;
}

// The place of a word is stored: add new ones at the end.
const STEPS: readonly StepKind[] = ['other', 'patch', 'minor', 'major', 'prerelease'];

// From here on forty characters in a row need no escape in JSON.
const FIRST = '0'.charCodeAt(0);

/** The flags of a release as one character. */
export function packFlags({ step, isBreaking, isSecurity, isGone }: ReleaseFlags): string {
  const bits = Number(isBreaking) + 2 * Number(isSecurity) + 4 * Number(isGone);
  return String.fromCharCode(FIRST + 8 * STEPS.indexOf(step) + bits);
}

export function unpackFlags(character: string): ReleaseFlags {
  const value = character.charCodeAt(0) - FIRST;
  return {
    step: STEPS[value >> 3] ?? 'other',
    isBreaking: (value & 1) > 0,
    isSecurity: (value & 2) > 0,
    isGone: (value & 4) > 0,
  };
}
