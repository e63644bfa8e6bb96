// The few components that every screen shares: status, diagnostics, fields, panels. Classes are those of the stylesheet.
import type { Child, FC } from 'hono/jsx';
import type { Diagnostic, Place } from '#src/kernel/diagnostic.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import type { Refusal } from '#src/kernel/refusal.ts';

/** The status vocabulary (icon + word + colour, never colour alone). */
export type StatusKind =
  | 'none'
  | 'draft'
  | 'risk'
  | 'late'
  | 'sent'
  | 'returned'
  | 'ok'
  | 'error'
  | 'info'
  | 'differ';

export const Status: FC<{ kind: StatusKind; children?: Child }> = ({ kind, children }) => (
  <span class={`tk-st tk-${kind}`}>{children}</span>
);

const severityLook = {
  error: { kind: 'error', vi: 'Lỗi', en: 'Error' },
  warning: { kind: 'risk', vi: 'Cảnh báo', en: 'Warning' },
  note: { kind: 'info', vi: 'Ghi chú', en: 'Note' },
} as const;

export const Severity: FC<{ severity: Diagnostic['severity']; language: Language }> = ({
  severity,
  language,
}) => <Status kind={severityLook[severity].kind}>{severityLook[severity][language]}</Status>;

type DiagnosticsProps = {
  list: readonly Diagnostic[];
  language: Language;
  /** Where a diagnostic's place is shown on this page: address and words, or null. */
  link?: (place: Place) => { href: string; label: string } | null;
  /** What can be done about a diagnostic at once, shown below it; null when nothing is obvious. */
  acts?: (diagnostic: Diagnostic) => Child;
};

/** Severity · code · place · message · hint, as a compiler gives them. */
export const Diagnostics: FC<DiagnosticsProps> = ({ list, language, link, acts }) => (
  <ul class="tk-diags">
    {list.map((d) => {
      const place = d.where && link ? link(d.where) : null;
      return (
        <li class="tk-diag">
          <div class="tk-diag__top">
            <Severity severity={d.severity} language={language} />
            <span class="tk-code">{d.code}</span>
            {place && (
              <a class="govuk-link" href={place.href}>
                {place.label}
              </a>
            )}
          </div>
          <p>{d.message[language]}</p>
          {d.hint && <p class="tk-small">{d.hint[language]}</p>}
          {acts?.(d)}
        </li>
      );
    })}
  </ul>
);

/** What was refused and where, at the top of the page; each field's message links to its field. */
export const ErrorSummary: FC<{ refusal: Refusal | null; language: Language }> = ({ refusal, language }) =>
  refusal && (
    <div class="govuk-error-summary" role="alert" tabindex={-1}>
      <h2 class="govuk-error-summary__title">{refusal.words[language]}</h2>
      {Object.keys(refusal.fields).length > 0 && (
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {Object.entries(refusal.fields).map(([name, w]) => (
              <li>
                <a href={`#${name}`}>{w[language]}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );

type FieldProps = {
  name: string;
  label: string;
  hint?: string;
  error?: string | undefined;
  children: Child;
};

/** Label, hint, error and control of one form field. The control takes id = name and aria-describedby = `describes`. */
export const Field: FC<FieldProps> = ({ name, label, hint, error, children }) => (
  <div class={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
    <label class="govuk-label govuk-label--s" for={name}>
      {label}
    </label>
    {hint && (
      <div id={`${name}-hint`} class="govuk-hint">
        {hint}
      </div>
    )}
    {error && (
      <p id={`${name}-error`} class="govuk-error-message">
        {error}
      </p>
    )}
    {children}
  </div>
);

function describedBy(name: string, hint?: string, error?: string): { 'aria-describedby'?: string } {
  const ids = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean);
  return ids.length > 0 ? { 'aria-describedby': ids.join(' ') } : {};
}

type TextProps = {
  name: string;
  label: string;
  value?: string | undefined;
  hint?: string;
  error?: string | undefined;
  type?: 'text' | 'email' | 'password' | 'date' | 'search' | 'number' | 'tel';
  autocomplete?: string;
  required?: boolean;
};

export const TextField: FC<TextProps> = ({
  name,
  label,
  value,
  hint,
  error,
  type = 'text',
  autocomplete,
  required,
}) => (
  <Field name={name} label={label} {...(hint ? { hint } : {})} error={error}>
    <input
      class={`govuk-input${error ? ' govuk-input--error' : ''}`}
      id={name}
      name={name}
      type={type}
      value={value ?? ''}
      {...(autocomplete ? { autocomplete } : {})}
      {...(required ? { required: true } : {})}
      {...describedBy(name, hint, error)}
    />
  </Field>
);

type AreaProps = {
  name: string;
  label: string;
  value?: string | undefined;
  hint?: string;
  error?: string | undefined;
  rows?: number;
  class?: string;
};

export const TextArea: FC<AreaProps> = ({ name, label, value, hint, error, rows = 8, class: extra }) => (
  <Field name={name} label={label} {...(hint ? { hint } : {})} error={error}>
    <textarea
      class={`govuk-textarea${error ? ' govuk-textarea--error' : ''}${extra ? ` ${extra}` : ''}`}
      id={name}
      name={name}
      rows={rows}
      {...describedBy(name, hint, error)}
    >
      {value ?? ''}
    </textarea>
  </Field>
);

type SelectProps = {
  name: string;
  label: string;
  value?: string | undefined;
  error?: string | undefined;
  options: { value: string; label: string }[];
};

export const SelectField: FC<SelectProps> = ({ name, label, value, error, options }) => (
  <Field name={name} label={label} error={error}>
    <select class="govuk-select" id={name} name={name} {...describedBy(name, undefined, error)}>
      {options.map((o) => (
        <option value={o.value} selected={o.value === value}>
          {o.label}
        </option>
      ))}
    </select>
  </Field>
);

/** One box to tick; it arrives as "yes" or not at all. */
export const Checkbox: FC<{ name: string; label: string; checked: boolean }> = ({ name, label, checked }) => (
  <div class="govuk-form-group govuk-checkboxes govuk-checkboxes--small">
    <div class="govuk-checkboxes__item">
      <input
        class="govuk-checkboxes__input"
        type="checkbox"
        id={name}
        name={name}
        value="yes"
        checked={checked}
      />
      <label class="govuk-label govuk-checkboxes__label" for={name}>
        {label}
      </label>
    </div>
  </div>
);

/** A file to upload, with the standing warning against secret content (law 117/2025). */
export const UploadField: FC<{
  name: string;
  label: string;
  accept: string;
  language: Language;
  error?: string | undefined;
}> = ({ name, label, accept, language, error }) => (
  <Field name={name} label={label} hint={secrecyWarning[language]} error={error}>
    <input
      class="govuk-file-upload"
      id={name}
      name={name}
      type="file"
      accept={accept}
      {...describedBy(name, 'x', error)}
    />
  </Field>
);

export const secrecyWarning: Words = {
  vi: 'Không tải lên tài liệu mật. Tài liệu mật gửi qua đường văn thư, tại đây chỉ ghi số và ngày.',
  en: 'Do not upload secret documents. Send those by the secret channel; record only their number and date here.',
};

export const Button: FC<{
  secondary?: boolean;
  small?: boolean;
  name?: string;
  value?: string;
  children?: Child;
}> = ({ secondary, small, name, value, children }) => (
  <button
    type="submit"
    class={`govuk-button${secondary ? ' govuk-button--secondary' : ''}${small ? ' tk-button--s' : ''}`}
    {...(name ? { name, value: value ?? '' } : {})}
  >
    {children}
  </button>
);

export const BackLink: FC<{ href: string; children?: Child }> = ({ href, children }) => (
  <a href={href} class="govuk-back-link">
    {children}
  </a>
);

/** "số liệu minh họa": every invented figure stands beside this mark. */
export const Sample: FC<{ language: Language }> = ({ language }) => (
  <span class="tk-sample">{language === 'vi' ? 'số liệu minh họa' : 'sample figures'}</span>
);

/** A document's symbol never breaks over two lines. */
export const DocumentSymbol: FC<{ children?: Child }> = ({ children }) => (
  <span class="tk-nb">{children}</span>
);

/** What a list says when it is empty: why, and what to do next. */
export const Empty: FC<{ children?: Child }> = ({ children }) => <p class="govuk-inset-text">{children}</p>;

/** A done act, said once at the top of the next page: who, when, what. */
export const Notice: FC<{ children?: Child }> = ({ children }) => (
  <div class="govuk-notification-banner govuk-notification-banner--success" role="status">
    <div class="govuk-notification-banner__content">
      <p class="govuk-notification-banner__heading">{children}</p>
    </div>
  </div>
);
