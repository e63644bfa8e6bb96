// The versions frozen so far, each as it was printed and sealed.
import type { FC } from 'hono/jsx';
import type { ReportReading } from '#src/finalreport/reading.ts';
import { formatInstant } from '#src/kernel/dates.ts';
import type { Language } from '#src/kernel/language.ts';

export const Freezes: FC<{ slug: string; reading: ReportReading; language: Language }> = ({
  slug,
  reading,
  language,
}) => {
  const vi = language === 'vi';
  return (
    <section class="tk-section tk-rule" aria-labelledby="chot">
      <h2 class="govuk-heading-m" id="chot">
        {vi ? 'Các bản đã chốt' : 'Frozen versions'}
      </h2>
      {reading.freezes.length === 0 && <p class="govuk-body-s">{vi ? 'Chưa chốt bản nào.' : 'None yet.'}</p>}
      <ul class="tk-files">
        {reading.freezes.map((f) => (
          <li>
            <div>
              <strong>{vi ? `Dự thảo ${f.number}` : `Draft ${f.number}`}</strong>{' '}
              <a class="govuk-link" href={`/campaigns/${slug}/final-report/freezes/${f.number}.docx`}>
                Word
              </a>{' '}
              ·{' '}
              <a class="govuk-link" href={`/campaigns/${slug}/final-report/freezes/${f.number}.pdf`}>
                PDF
              </a>
              <span class="tk-meta">
                {vi
                  ? `chốt ${formatInstant(f.frozenAt)}, từ bản ${f.version}`
                  : `frozen ${formatInstant(f.frozenAt)}, from version ${f.version}`}{' '}
                · SHA-256 <span class="tk-code">{f.sha256.slice(0, 16)}</span>
              </span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
};
