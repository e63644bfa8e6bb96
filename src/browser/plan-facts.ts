// The plan's screen with a keyboard: n and p walk through the facts, c confirms, e edits; pointing at words lights their
// fact; selected words become the ground of a new one.

const facts = [...document.querySelectorAll<HTMLElement>('.tk-fact')];
const spansOf = (fact: HTMLElement) =>
  document.querySelectorAll<HTMLAnchorElement>(`a.tk-span[href="#${CSS.escape(fact.id)}"]`);
let at = facts.findIndex((f) => `#${f.id}` === decodeURIComponent(location.hash));

function light(fact: HTMLElement, isOn: boolean): void {
  fact.classList.toggle('tk-fact--on', isOn);
  for (const span of spansOf(fact)) span.classList.toggle('tk-span--on', isOn);
}

function go(step: number): void {
  if (facts.length === 0) return;
  if (at >= 0) light(facts[at]!, false);
  at = (at + step + facts.length) % facts.length;
  const fact = facts[at]!;
  show(fact);
  fact.querySelector<HTMLElement>('button, a')?.focus({ preventScroll: true });
}

/** The fact and its words are lit and both in sight: the text scrolls beside the facts. */
function show(fact: HTMLElement): void {
  light(fact, true);
  spansOf(fact)[0]?.scrollIntoView({ block: 'center' });
  fact.scrollIntoView({ block: 'nearest' });
}

if (at >= 0 && matchMedia('(min-width: 60em)').matches) show(facts[at]!);

for (const fact of facts) {
  for (const target of [fact, ...spansOf(fact)]) {
    target.addEventListener('mouseenter', () => light(fact, true));
    target.addEventListener('mouseleave', () => light(fact, facts[at] === fact));
  }
}

document.addEventListener('keydown', (event) => {
  const typing = (event.target as HTMLElement).closest('input, textarea, select');
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'n') go(1);
  if (event.key === 'p') go(-1);
  if (event.key === 'c') facts[at]?.querySelector<HTMLElement>('button[value="confirmed"]')?.click();
  if (event.key === 'e') facts[at]?.querySelector<HTMLElement>('a[href*="edit="]')?.click();
});

for (const hint of document.querySelectorAll<HTMLElement>('[data-keys]')) hint.hidden = false;

type Chosen = { quote: string; paragraph: string };

/** The words selected in the plan's text, without the codes that stand beside them; null when they leave a paragraph. */
function chosenWords(): Chosen | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const holder = (node: Node) =>
    (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('.tk-source [data-n]');
  const paragraph = holder(range.startContainer);
  if (!paragraph || holder(range.endContainer) !== paragraph) return null;
  const words = range.cloneContents();
  for (const code of words.querySelectorAll('sup')) code.remove();
  const quote = (words.textContent ?? '').trim();
  return quote === '' ? null : { quote, paragraph: paragraph.dataset.n! };
}

const kindOf = ({ quote }: Chosen) =>
  /\d{1,2}[/.-]\d|\bngày\b|\btháng\b/iu.test(quote)
    ? 'deadline'
    : /\d+-\p{Lu}/u.test(quote)
      ? 'subject'
      : 'task';

const adder = document.querySelector<HTMLElement>('[data-add-selected]');
let chosen: Chosen | null = null;
document.addEventListener('selectionchange', () => {
  if (!adder || document.activeElement === adder) return;
  chosen = chosenWords();
  adder.hidden = chosen === null;
});
adder?.addEventListener('mousedown', (event) => event.preventDefault());
adder?.addEventListener('click', () => {
  if (!chosen) return;
  const area = adder.closest<HTMLElement>('[data-add]')!;
  const field = area.querySelector<HTMLTextAreaElement>('#quote');
  if (!field) {
    const query = new URLSearchParams({ add: kindOf(chosen), ...chosen });
    location.assign(`${area.dataset.add}?${query}#them`);
    return;
  }
  field.value = chosen.quote;
  area.querySelector<HTMLInputElement>('#paragraph')!.value = chosen.paragraph;
  field.focus();
  adder.hidden = true;
});

/** On a phone the text is folded until it is asked for; a link into it opens it. */
const folds = document.querySelectorAll<HTMLDetailsElement>('details[data-fold]');
const reveal = () => {
  const target = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  const fold = target?.closest<HTMLDetailsElement>('details[data-fold]');
  if (!fold || fold.open) return;
  fold.open = true;
  target?.scrollIntoView({ block: 'center' });
};
if (!matchMedia('(min-width: 60em)').matches) for (const fold of folds) fold.open = false;
addEventListener('hashchange', reveal);
reveal();
