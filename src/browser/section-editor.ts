// Makes the plain form of a section quicker: buttons that write the marks, a live count of words, a copy kept on this machine.

const form = document.querySelector<HTMLFormElement>('form[data-editor="section"]');
const area = form?.querySelector<HTMLTextAreaElement>('textarea[name="text"]');
const isVietnamese = document.documentElement.lang === 'vi';

forgetSaved();
if (form && area && !area.readOnly) enhance(form, area);

function enhance(form: HTMLFormElement, area: HTMLTextAreaElement): void {
  const opened = snapshot(form);
  const key = `section ${location.pathname}`;
  let isSending = false;
  addTools(area);
  offerCopy(form, area, key);
  const changed = () => {
    const isUnsaved = snapshot(form) !== opened;
    count(form, area);
    form.querySelector<HTMLElement>('[data-unsaved]')?.toggleAttribute('hidden', !isUnsaved);
    keepCopy(key, isUnsaved ? area.value : null, versionOf(form));
  };
  form.addEventListener('input', changed);
  form.addEventListener('submit', () => {
    // The copy stays until the saved page has come back and shows the same text; see `offerCopy`.
    isSending = true;
  });
  addEventListener('beforeunload', (event) => {
    if (!isSending && snapshot(form) !== opened) event.preventDefault();
  });
}

function snapshot(form: HTMLFormElement): string {
  return new URLSearchParams(new FormData(form) as never).toString();
}

function versionOf(form: HTMLFormElement): string {
  return form.querySelector<HTMLInputElement>('input[name="version"]')?.value ?? '0';
}

function count(form: HTMLFormElement, area: HTMLTextAreaElement): void {
  const words = area.value.split(/\s+/u).filter((w) => /[\p{L}\p{N}]/u.test(w)).length;
  const place = form.querySelector('[data-words]');
  if (place)
    place.textContent = `${new Intl.NumberFormat('vi-VN').format(words)} ${isVietnamese ? 'từ' : 'words'}`;
}

/** A full or forbidden store must not disturb the writing. */
function keepCopy(key: string, text: string | null, version: string): void {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify({ text, version }));
  } catch {
    return;
  }
}

/** The server has saved the section it names in the address: its copy on this machine has done its work. */
function forgetSaved(): void {
  const saved = new URLSearchParams(location.search).get('saved');
  const folder = /^(.*\/sections\/)/.exec(location.pathname)?.[1];
  if (saved && folder) keepCopy(`section ${folder}${encodeURIComponent(saved)}`, null, '0');
}

type Copy = { text: string; version: string };

function copyOf(key: string): Copy | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return kept && typeof kept === 'object' && 'text' in kept ? (kept as Copy) : null;
  } catch {
    return null;
  }
}

/** Text typed here and never saved (the network was down, the window was closed) is offered, not put in by itself. */
function offerCopy(form: HTMLFormElement, area: HTMLTextAreaElement, key: string): void {
  const copy = copyOf(key);
  if (!copy) return;
  if (copy.text.trim() === area.value.trim()) {
    keepCopy(key, null, '0');
    return;
  }
  const note = document.createElement('p');
  note.className = 'tk-net';
  note.setAttribute('role', 'status');
  const words = document.createElement('span');
  words.textContent = isVietnamese
    ? 'Trên máy này còn một bản chưa lưu được của mục này.'
    : 'This machine holds an unsaved text of this section.';
  note.append(
    words,
    button(isVietnamese ? 'Lấy lại bản đó' : 'Take it back', () => {
      area.value = copy.text;
      note.remove();
      form.dispatchEvent(new Event('input'));
    }),
    button(isVietnamese ? 'Bỏ bản đó' : 'Drop it', () => {
      keepCopy(key, null, '0');
      note.remove();
    }),
  );
  form.prepend(note);
}

function button(label: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'tk-textbutton';
  made.textContent = label;
  made.addEventListener('click', act);
  return made;
}

function addTools(area: HTMLTextAreaElement): void {
  const bar = document.createElement('div');
  bar.className = 'tk-tools';
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', isVietnamese ? 'Định dạng' : 'Formatting');
  const tools: [string, string, () => void][] = [
    ['B', isVietnamese ? 'Đậm' : 'Bold', () => around(area, '**')],
    ['I', isVietnamese ? 'Nghiêng' : 'Italic', () => around(area, '*')],
    [isVietnamese ? 'Đề mục' : 'Heading', '', () => before(area, '### ')],
    [isVietnamese ? 'Danh sách' : 'List', '', () => before(area, '- ')],
  ];
  for (const [label, name, act] of tools) {
    const made = button(label, act);
    made.className = label === 'B' ? 'tk-tool--bold' : label === 'I' ? 'tk-tool--italic' : '';
    if (name) made.setAttribute('aria-label', name);
    bar.append(made);
  }
  area.before(bar);
}

function replace(area: HTMLTextAreaElement, from: number, to: number, text: string): void {
  area.focus();
  area.setRangeText(text, from, to, 'select');
  area.dispatchEvent(new Event('input', { bubbles: true }));
}

function around(area: HTMLTextAreaElement, mark: string): void {
  const { selectionStart, selectionEnd, value } = area;
  replace(area, selectionStart, selectionEnd, `${mark}${value.slice(selectionStart, selectionEnd)}${mark}`);
}

/** Puts the mark before every line of the selection. */
function before(area: HTMLTextAreaElement, mark: string): void {
  const { selectionStart, selectionEnd, value } = area;
  const start = value.lastIndexOf('\n', selectionStart - 1) + 1;
  const lines = value.slice(start, selectionEnd).split('\n');
  replace(area, start, selectionEnd, lines.map((line) => mark + line).join('\n'));
}
