// Print and copy buttons: hidden until this runs, because they do nothing without it.

for (const item of document.querySelectorAll<HTMLElement>('[data-print-item], [data-print], [data-copy]'))
  item.hidden = false;

document.addEventListener('click', (event) => {
  const target = event.target as HTMLElement;
  if (target.closest('[data-print]')) print();
  const copy = target.closest<HTMLElement>('[data-copy]');
  const address = document.querySelector<HTMLAnchorElement>('[data-copy-source]')?.href;
  if (copy && address)
    void navigator.clipboard.writeText(address).then(() => {
      copy.setAttribute('data-copied', '');
    });
});
