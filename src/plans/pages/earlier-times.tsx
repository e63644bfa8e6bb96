// Each time of the earlier plan, what it binds, and the new one, which can be written over.
import type { FC } from 'hono/jsx';
import type { Language, Words } from '#src/kernel/language.ts';
import type { NewTime } from '#src/plans/rules/new-times.ts';
import { restOn } from '#src/plans/rules/shifting.ts';
import { whenWords } from '#src/plans/rules/whens.ts';
import { writeTime } from '#src/plans/rules/written-times.ts';
import { StackTable } from '#src/web/table.tsx';
import { Status } from '#src/web/ui.tsx';

type Props = { times: readonly NewTime[]; language: Language };

export const NewTimes: FC<Props> = ({ times, language }) => {
  const t = (w: Words) => w[language];
  return (
    <section class="tk-section tk-rule" aria-labelledby="ngay">
      <h2 class="govuk-heading-m" id="ngay">
        {t({ vi: `Ngày tháng: ${times.length} mốc`, en: `Dates: ${times.length}` })}
      </h2>
      {times.length === 0 ? (
        <p class="govuk-body">
          {t({ vi: 'Kế hoạch trước không nêu ngày nào.', en: 'The earlier plan names no date.' })}
        </p>
      ) : (
        <StackTable
          class="tk-start__times"
          caption={t({ vi: 'Ngày đợt trước và đợt này', en: 'Dates then and now' })}
          rows={times}
          columns={[
            {
              head: t({ vi: 'Việc', en: 'What' }),
              namesRow: true,
              cell: ({ binds: [first, ...others] }) => (
                <>
                  {first?.[language]}
                  {others.map((b) => (
                    <span class="tk-start__also">{b[language]}</span>
                  ))}
                </>
              ),
            },
            {
              head: t({ vi: 'Đợt trước', en: 'Then' }),
              labelled: true,
              class: 'tk-num',
              cell: ({ when }) => whenWords(when, language),
            },
            {
              head: t({ vi: 'Đợt này', en: 'Now' }),
              labelled: true,
              class: 'tk-start__new',
              cell: (time) => (
                <>
                  <Fields time={time} language={language} />
                  <Understood time={time} language={language} />
                </>
              ),
            },
          ]}
        />
      )}
    </section>
  );
};

/** One field for a point, two for a span; what was typed stays. The rule's own stands beside, hidden, to tell them apart. */
const Fields: FC<{ time: NewTime; language: Language }> = ({ time, language }) => {
  const vi = language === 'vi';
  const old = writeTime(time.when);
  const ruled = time.ruled && writeTime(time.ruled);
  const shown = time.typed ?? ruled;
  const edges = (['from', 'to'] as const).filter((edge) => old[edge] !== null);
  const what = time.binds[0]?.[language] ?? '';
  const labels = { from: vi ? 'Từ' : 'From', to: vi ? 'Đến' : 'To' };
  return (
    <>
      {edges.map((edge) => (
        <input
          class={`govuk-input${time.problem ? ' govuk-input--error' : ''}`}
          id={`${time.key}.${edge}`}
          name={`${time.key}.${edge}`}
          value={shown?.[edge] ?? ''}
          aria-label={
            edges.length > 1 ? `${labels[edge]}: ${what}` : `${vi ? 'Ngày mới' : 'New date'}: ${what}`
          }
          {...(time.problem ? { 'aria-describedby': `${time.key}-error` } : {})}
        />
      ))}
      <input
        type="hidden"
        name={`${time.key}.was`}
        value={ruled ? edges.map((edge) => ruled[edge] ?? '').join(' – ') : ''}
      />
    </>
  );
};

const Understood: FC<{ time: NewTime; language: Language }> = ({ time, language }) => {
  if (time.problem)
    return (
      <p class="govuk-error-message" id={`${time.key}-error`}>
        {time.problem[language]}
      </p>
    );
  const rest = time.next && restOn(time.next);
  return (
    <p class="tk-small">
      {time.next && whenWords(time.next, language)}
      {rest && (
        <Status kind="risk">
          {language === 'vi'
            ? `ngày cuối là ngày nghỉ: ${rest.vi}`
            : `the last day is a day of rest: ${rest.en}`}
        </Status>
      )}
    </p>
  );
};
