// Beside a passage: what has been picked of it, and the form that picks it, folded so that the text can be read in peace.
import type { FC } from 'hono/jsx';
import type { Language } from '#src/kernel/language.ts';
import type { Refusal } from '#src/kernel/refusal.ts';
import type { Evidence, SectionReading } from '#src/synthesis/rules.ts';
import type { OutlineSection } from '#src/templates/rules.ts';
import type { Typed } from '#src/web/form.ts';
import { Button, Status } from '#src/web/ui.tsx';

export type PickingProps = {
  reading: SectionReading;
  section: OutlineSection;
  templateCode: string;
  slug: string;
  mayPick: boolean;
  picked: readonly Evidence[];
  /** What was typed in the form that was refused, to be shown in that very form. */
  typed: Typed;
  refusal: Refusal | null;
  language: Language;
};

export const Picking: FC<PickingProps & { blockId: string }> = (props) => {
  const { reading, blockId, picked, mayPick, language } = props;
  const here = picked.filter((e) => e.submissionId === reading.submissionId && e.blockId === blockId);
  return (
    <>
      {here.length > 0 && (
        <ul class="tk-plain tk-small">
          {here.map((e) => (
            <li>
              <Status kind={e.stance === 'differs' ? 'differ' : 'ok'}>
                {language === 'vi' ? 'Đã chọn' : 'Picked'}
              </Status>{' '}
              “{e.quote}”
            </li>
          ))}
        </ul>
      )}
      {mayPick && <PickForm {...props} />}
    </>
  );
};

const PickForm: FC<PickingProps & { blockId: string }> = (props) => {
  const { reading, section, slug, blockId, typed, refusal, language } = props;
  const vi = language === 'vi';
  const isRefused = refusal !== null && typed.submission === reading.submissionId && typed.block === blockId;
  const end = `-${reading.submissionId.slice(-6)}-${blockId.slice(-8)}`;
  const hidden = {
    submission: reading.submissionId,
    section: section.code,
    template: props.templateCode,
    block: blockId,
  };
  return (
    <details class="tk-pick" {...(isRefused ? { open: true } : {})}>
      <summary>{vi ? 'Chọn làm dẫn chứng' : 'Pick as evidence'}</summary>
      <form method="post" action={`/campaigns/${slug}/evidence`}>
        {Object.entries(hidden).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Quotation
          id={isRefused ? 'quote' : `quote${end}`}
          errorId={`error${end}`}
          value={isRefused ? String(typed.quote ?? '') : ''}
          error={isRefused ? refusal.fields.quote?.[language] : undefined}
          language={language}
        />
        <Choice
          id={`stance${end}`}
          name="stance"
          label={vi ? 'So với nhận định chung' : 'Against the general finding'}
          value={isRefused ? typed.stance : 'supports'}
          options={{
            supports: vi ? 'ủng hộ' : 'supports it',
            differs: vi ? 'nói khác' : 'differs',
          }}
        />
        <Choice
          id={`quotable${end}`}
          name="quotable"
          label={vi ? 'Cách dùng' : 'How it may be used'}
          value={isRefused ? typed.quotable : 'yes'}
          options={{
            yes: vi ? 'được trích nguyên văn' : 'may be quoted',
            no: vi ? 'chỉ dùng ý, không trích lời' : 'not word for word',
          }}
        />
        <Button small secondary>
          {vi ? 'Chọn' : 'Pick'}
        </Button>
      </form>
    </details>
  );
};

type QuotationProps = {
  id: string;
  errorId: string;
  value: string;
  error: string | undefined;
  language: Language;
};

const Quotation: FC<QuotationProps> = ({ id, errorId, value, error, language }) => (
  <>
    <label class="govuk-label" for={id}>
      {language === 'vi'
        ? 'Trích nguyên văn (để trống là cả đoạn)'
        : 'Quotation (empty takes the whole passage)'}
    </label>
    {error && (
      <p class="govuk-error-message" id={errorId}>
        {error}
      </p>
    )}
    <textarea
      class={`govuk-textarea${error ? ' govuk-textarea--error' : ''}`}
      id={id}
      name="quote"
      rows={2}
      {...(error ? { 'aria-describedby': errorId } : {})}
    >
      {value}
    </textarea>
  </>
);

const Choice: FC<{
  id: string;
  name: string;
  label: string;
  value: string | string[] | undefined;
  options: Record<string, string>;
}> = ({ id, name, label, value, options }) => (
  <p class="tk-pick__choice">
    <label class="govuk-label" for={id}>
      {label}
    </label>
    <select class="govuk-select tk-s" id={id} name={name}>
      {Object.entries(options).map(([key, words]) => (
        <option value={key} selected={key === value}>
          {words}
        </option>
      ))}
    </select>
  </p>
);
