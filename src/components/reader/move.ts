const ENTRIES = 'article.release:not([hidden])';

/** The release that has the focus, or something of which has it. */
export function withFocus(): HTMLElement | undefined {
  return document.activeElement?.closest<HTMLElement>(ENTRIES) ?? undefined;
}

/** Moves the focus to the next release or to the one before; from anywhere else to the first that is in view. */
export function moveFrom(step: 1 | -1): void {
  const entries = [...document.querySelectorAll<HTMLElement>(ENTRIES)].filter((entry) =>
    entry.checkVisibility(),
  );
  const current = withFocus();
  const inView = entries.find((entry) => entry.getBoundingClientRect().top >= 0);
  const wanted = current === undefined ? inView : entries[entries.indexOf(current) + step];
  const link = wanted?.querySelector<HTMLElement>(':is(h3, h4) a');
  link?.focus({ preventScroll: true });
  // What is in view stays where it is.
  wanted?.scrollIntoView({ block: 'nearest' });
}
