// The plan's screen with a keyboard: n and p walk through the facts, Enter confirms; pointing at words lights their fact.

const facts = [...document.querySelectorAll<HTMLElement>('.tk-fact')];
const spansOf = (fact: HTMLElement) =>
  document.querySelectorAll<HTMLAnchorElement>(`a.tk-span[href="#${CSS.escape(fact.id)}"]`);
let at = -1;

function light(fact: HTMLElement, isOn: boolean): void {
  fact.classList.toggle('tk-fact--on', isOn);
  for (const span of spansOf(fact)) span.classList.toggle('tk-span--on', isOn);
}

function go(step: number): void {
  if (facts.length === 0) return;
  if (at >= 0) light(facts[at]!, false);
  at = (at + step + facts.length) % facts.length;
  const fact = facts[at]!;
  light(fact, true);
  spansOf(fact)[0]?.scrollIntoView({ block: 'center' });
  fact.querySelector<HTMLElement>('button, a')?.focus({ preventScroll: true });
  fact.scrollIntoView({ block: 'nearest' });
}

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
