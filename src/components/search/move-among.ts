const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };

/** Arrow keys go from the field down the links of what was found and up again; Enter in the field opens the first one. */
export function moveAmong(field: HTMLInputElement, tool: HTMLElement): void {
  tool.addEventListener('keydown', (event) => {
    const stops: (HTMLElement | null)[] = [field, ...tool.querySelectorAll<HTMLElement>('a.hit')];
    const at = stops.findIndex((stop) => stop?.matches(':focus'));
    const hasModifier = event.altKey || event.ctrlKey || event.metaKey || event.isComposing;
    if (at < 0 || hasModifier) return;
    if (event.key === 'Enter' && at === 0) stops[1]?.click();
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    stops[Math.min(stops.length - 1, Math.max(0, at + step))]?.focus();
  });
}
