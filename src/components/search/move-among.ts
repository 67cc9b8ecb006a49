const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };

/** Arrow keys go from the field down the links of what was found and up again; Enter in the field opens the first one. */
export function moveAmong(field: HTMLInputElement, tool: HTMLElement): void {
  tool.addEventListener('keydown', (event) => {
    const stops: (HTMLElement | null)[] = [field, ...tool.querySelectorAll<HTMLElement>('a.hit')];
    const at = stops.findIndex((stop) => stop?.matches(':focus'));
    const step = STEPS[event.key];
    if (at < 0 || step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    stops[Math.min(stops.length - 1, Math.max(0, at + step))]?.focus();
  });
  field.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    tool.querySelector<HTMLElement>('a.hit')?.click();
  });
}
