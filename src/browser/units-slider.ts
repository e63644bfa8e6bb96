// The registry's time slider: shows the day while it is moved, and opens the tree of that day when it is let go.

const box = document.querySelector<HTMLElement>('[data-unit-slider]');
const range = box?.querySelector<HTMLInputElement>('input[type=range]');
const output = box?.querySelector('output');

if (box && range && output) {
  const days = (range.dataset.days ?? '').split(' ');
  const words = (range.dataset.words ?? '').split(' ');
  box.hidden = false;
  range.addEventListener('input', () => {
    const shown = words[Number(range.value)] ?? '';
    output.textContent = shown;
    range.setAttribute('aria-valuetext', shown);
  });
  // Arrow keys change it stop by stop: wait until the person has arrived.
  let waiting: ReturnType<typeof setTimeout> | undefined;
  range.addEventListener('change', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const address = new URL(location.href);
      address.searchParams.set('on', days[Number(range.value)] ?? '');
      address.hash = '';
      location.assign(address);
    }, 600);
  });
}
