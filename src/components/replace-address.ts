/**
 * Lets the address of the page say what it shows, without a step to go back by. Some browsers refuse that for a while after a
 * hundred letters: what is shown goes on then, and a later change says it. https://github.com/nusmodifications/nusmods/issues/763
 */
export function replaceAddress(search: string, hash = location.hash): void {
  try {
    history.replaceState(history.state, '', location.pathname + search + hash);
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'SecurityError')) throw error;
  }
}
