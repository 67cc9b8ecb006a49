import { toggleFollowed } from './follow-set.ts';
import { OWN, whenChanged } from './own.ts';

const buttons = [...document.querySelectorAll<HTMLButtonElement>('[data-follow]')];

function show(): void {
  const followed = new Set(OWN.followed.read());
  for (const button of buttons) {
    button.setAttribute('aria-pressed', String(followed.has(button.dataset['follow'] ?? '')));
    button.hidden = false;
  }
}

for (const button of buttons) {
  button.addEventListener('click', () => {
    const isKept = OWN.followed.write(toggleFollowed(OWN.followed.read(), button.dataset['follow'] ?? ''));
    // As long as nothing is kept, the button says so itself.
    button.textContent = isKept ? 'Follow' : 'Follow (your browser will forget it)';
    show();
    document.dispatchEvent(new Event('tidings:followed'));
  });
}
whenChanged(OWN.followed, show);
show();
