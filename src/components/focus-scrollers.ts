// Not every browser lets the keyboard into what scrolls: https://developer.chrome.com/blog/keyboard-focusable-scrollers
// Only what is too wide gets a stop, and whether it is depends on the window.
const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0');
    else target.removeAttribute('tabindex');
  }
});

for (const scroller of document.querySelectorAll('.notes pre, .notes table')) sizes.observe(scroller);
