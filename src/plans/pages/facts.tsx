// The facts of a plan to confirm, edit or drop: each leads to its words, each decision can be taken back.
import type { FC } from 'hono/jsx';
import { formatDate } from '#src/kernel/dates.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import type { Refusal } from '#src/kernel/refusal.ts';
import { type Fact, groupNames } from '#src/plans/rules/facts.ts';
import type { Typed } from '#src/web/form.ts';
import { Button, Status, TextArea, TextField } from '#src/web/ui.tsx';
import { factId, spanId } from './anchors.ts';

type Editing = { pointer: string; typed: Typed; refusal: Refusal | null } | null;
export type FactsProps = {
  planId: string;
  facts: readonly Fact[];
  editing: Editing;
  mayDecide: boolean;
  language: Language;
  paragraphOf: (fact: Fact) => number | null;
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

const EditForm: FC<FactsProps & { fact: Fact; editing: NonNullable<Editing> }> = ({
  fact,
  planId,
  editing,
  language,
}) => {
  const vi = language === 'vi';
  const error = (name: string) => editing.refusal?.fields[name]?.[language];
  const typed = (name: string, fallback: string) =>
    typeof editing.typed[name] === 'string' ? editing.typed[name] : fallback;
  const from = fact.when?.from ? formatDate(fact.when.from.slice(0, 10)) : '';
  const to = fact.when?.to && fact.when.to !== fact.when.from ? formatDate(fact.when.to.slice(0, 10)) : '';
  return (
    <form method="post" action={`/plans/${planId}/edits`}>
      <input type="hidden" name="pointer" value={fact.pointer} />
      {fact.form === 'when' ? (
        <>
          <TextField
            name="from"
            label={vi ? 'Ngày (hoặc ngày đầu)' : 'Day (or first day)'}
            value={typed('from', from)}
            error={error('from')}
          />
          <TextField
            name="to"
            label={vi ? 'Ngày cuối, nếu là khoảng' : 'Last day, for a span'}
            value={typed('to', to)}
            error={error('to')}
          />
          {(fact.when?.rel === 'before' || fact.when?.rel === 'by') && (
            <div class="govuk-checkboxes govuk-checkboxes--small">
              <div class="govuk-checkboxes__item">
                <input
                  class="govuk-checkboxes__input"
                  type="checkbox"
                  id="counted"
                  name="counted"
                  value="yes"
                  checked={editing.refusal ? editing.typed.counted === 'yes' : fact.when.rel === 'by'}
                />
                <label class="govuk-label govuk-checkboxes__label" for="counted">
                  {vi ? 'Tính cả ngày này' : 'That day still counts'}
                </label>
              </div>
            </div>
          )}
        </>
      ) : (
        <TextArea
          name="value"
          rows={fact.form === 'names' ? 8 : 3}
          label={
            fact.form === 'names'
              ? vi
                ? 'Mỗi dòng một tên'
                : 'One name a line'
              : vi
                ? 'Nội dung đúng'
                : 'The right words'
          }
          value={typed('value', fact.typed)}
          error={error('value')}
        />
      )}
      <div class="tk-actions">
        <Button small>{vi ? 'Lưu' : 'Save'}</Button>
        <a class="govuk-link" href={`/plans/${planId}#${factId(fact.pointer)}`}>
          {vi ? 'Thôi' : 'Cancel'}
        </a>
      </div>
    </form>
  );
};
