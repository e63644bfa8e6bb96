// The facts of a plan to confirm, edit or drop: each leads to its words, each decision can be taken back.
import type { FC } from 'hono/jsx';
import type { Language, Words } from '#src/kernel/language.ts';
import type { Refusal } from '#src/kernel/refusal.ts';
import { type Fact, groupNames } from '#src/plans/rules/facts.ts';
import type { UnmatchedPlace } from '#src/plans/rules/places.ts';
import type { Typed } from '#src/web/form.ts';
import { Button, Status } from '#src/web/ui.tsx';
import { factId, spanId } from './anchors.ts';
import { EditForm } from './edit-form.tsx';
import { PlaceChoices } from './places.tsx';

export type Editing = { pointer: string; typed: Typed; refusal: Refusal | null } | null;
export type FactsProps = {
  planId: string;
  facts: readonly Fact[];
  editing: Editing;
  mayDecide: boolean;
  language: Language;
  paragraphOf: (fact: Fact) => number | null;
  unmatched: readonly UnmatchedPlace[];
};

/** Open facts first, as they want attention; then those decided. */
export const FactLists: FC<FactsProps> = (props) => {
  const t = (w: Words) => w[props.language];
  const open = props.facts.filter((f) => f.state === 'open');
  const decided = props.facts.filter((f) => f.state !== 'open');
  return (
    <section class="govuk-!-margin-top-7" aria-labelledby="du-kien">
      <h2 class="govuk-heading-m" id="du-kien">
        {t({ vi: 'Dữ kiện chờ xác nhận', en: 'Facts to confirm' })}: {open.length}
      </h2>
      {props.mayDecide && (
        <p class="tk-small" data-keys hidden>
          {t({ vi: 'Bàn phím: ', en: 'Keyboard: ' })}
          <kbd>n</kbd> {t({ vi: 'tiếp', en: 'next' })}, <kbd>p</kbd> {t({ vi: 'trước', en: 'previous' })},{' '}
          <kbd>c</kbd> {t({ vi: 'xác nhận', en: 'confirm' })}, <kbd>e</kbd> {t({ vi: 'sửa', en: 'edit' })}
        </p>
      )}
      <FactList {...props} facts={open} />
      {open.length > 1 && props.mayDecide && <ConfirmMany {...props} open={open} />}
      {decided.length > 0 && (
        <>
          <h3 class="govuk-heading-s govuk-!-margin-top-6">
            {t({ vi: 'Đã quyết định', en: 'Decided' })}: {decided.length}
          </h3>
          <FactList {...props} facts={decided} />
        </>
      )}
    </section>
  );
};

/** All at once, or one group: each button says how many. */
const ConfirmMany: FC<FactsProps & { open: readonly Fact[] }> = ({ planId, open, language }) => {
  const vi = language === 'vi';
  const groups = [...Map.groupBy(open, (f) => f.group)].filter(([, list]) => list.length > 1);
  return (
    <form method="post" action={`/plans/${planId}/confirmation`} class="tk-actions">
      <Button secondary small name="group" value="">
        {vi ? `Xác nhận cả ${open.length} dữ kiện` : `Confirm all ${open.length} facts`}
      </Button>
      {groups.length > 1 &&
        groups.map(([group, list]) => (
          <button class="tk-textbutton" type="submit" name="group" value={group}>
            {vi ? 'Xác nhận nhóm' : 'Confirm'} {groupNames[group][language]}: {list.length}
          </button>
        ))}
    </form>
  );
};

const FactList: FC<FactsProps> = (props) =>
  props.facts.length === 0 ? null : (
    <dl class="tk-facts">
      {props.facts.map((fact) => (
        <div class="tk-fact" id={factId(fact.pointer)}>
          <dt>
            {fact.label[props.language]} · <PlaceLink {...props} fact={fact} />
          </dt>
          <dd class="v">
            {props.editing?.pointer === fact.pointer ? (
              <EditForm {...props} fact={fact} editing={props.editing} />
            ) : (
              <Value fact={fact} language={props.language} />
            )}
            {props.mayDecide && props.editing?.pointer !== fact.pointer && (
              <PlaceChoices {...props} places={props.unmatched.filter((p) => p.pointer === fact.pointer)} />
            )}
          </dd>
          <dd class="a">
            {props.mayDecide && props.editing?.pointer !== fact.pointer ? (
              <Acts {...props} fact={fact} />
            ) : (
              <StateMark fact={fact} language={props.language} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );

const Value: FC<{ fact: Fact; language: Language }> = ({ fact, language }) =>
  fact.state === 'dropped' ? <s>{fact.value[language]}</s> : fact.value[language];

const PlaceLink: FC<FactsProps & { fact: Fact }> = ({ fact, language, paragraphOf }) => {
  const n = paragraphOf(fact);
  if (n === null) return <>{language === 'vi' ? 'không có trong văn bản' : 'not in the text'}</>;
  return (
    <a class="govuk-link" href={`#${spanId(fact.pointer)}`}>
      {language === 'vi' ? `đoạn ${n}` : `paragraph ${n}`}
    </a>
  );
};

const states: Record<Exclude<Fact['state'], 'open'>, { kind: 'ok' | 'none'; words: Words }> = {
  confirmed: { kind: 'ok', words: { vi: 'Đã xác nhận', en: 'Confirmed' } },
  edited: { kind: 'ok', words: { vi: 'Đã sửa', en: 'Edited' } },
  added: { kind: 'ok', words: { vi: 'Đã thêm', en: 'Added' } },
  dropped: { kind: 'none', words: { vi: 'Đã bỏ', en: 'Dropped' } },
};

const StateMark: FC<{ fact: Fact; language: Language }> = ({ fact, language }) =>
  fact.state === 'open' ? null : (
    <Status kind={states[fact.state].kind}>{states[fact.state].words[language]}</Status>
  );

const Acts: FC<FactsProps & { fact: Fact }> = ({ fact, planId, language }) => {
  const vi = language === 'vi';
  return (
    <>
      <StateMark fact={fact} language={language} />
      {fact.state === 'open' && (
        <Decide
          planId={planId}
          fact={fact}
          decision="confirmed"
          label={vi ? 'Xác nhận' : 'Confirm'}
          button
          language={language}
        />
      )}
      {fact.form !== 'none' && fact.state !== 'dropped' && (
        <a
          class="govuk-link"
          href={`/plans/${planId}?edit=${encodeURIComponent(fact.pointer)}#${factId(fact.pointer)}`}
        >
          {vi ? 'Sửa' : 'Edit'}
          <span class="govuk-visually-hidden"> {fact.label[language]}</span>
        </a>
      )}
      {fact.state === 'open' && (
        <Decide
          planId={planId}
          fact={fact}
          decision="dropped"
          label={vi ? 'Bỏ' : 'Drop'}
          language={language}
        />
      )}
      {fact.state !== 'open' && (
        <Decide
          planId={planId}
          fact={fact}
          decision="reopened"
          label={vi ? 'Mở lại' : 'Reopen'}
          language={language}
        />
      )}
    </>
  );
};

const Decide: FC<{
  planId: string;
  fact: Fact;
  decision: string;
  label: string;
  button?: boolean;
  language: Language;
}> = ({ planId, fact, decision, label, button, language }) => (
  <form method="post" action={`/plans/${planId}/decisions`}>
    <input type="hidden" name="pointer" value={fact.pointer} />
    <button
      class={button ? 'govuk-button govuk-button--secondary tk-button--s' : 'tk-textbutton'}
      type="submit"
      name="decision"
      value={decision}
    >
      {label}
      <span class="govuk-visually-hidden"> {fact.label[language]}</span>
    </button>
  </form>
);
