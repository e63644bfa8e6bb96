// One piece of evidence as it is shown everywhere: who, where, the words, and how it may be used.
import type { Child, FC } from 'hono/jsx';
import type { Language } from '#src/kernel/language.ts';
import { Status } from '#src/web/ui.tsx';
import type { Evidence } from './rules.ts';

export const EvidenceCard: FC<{
  evidence: Evidence;
  ordinal?: number;
  language: Language;
  children?: Child;
}> = ({ evidence: e, ordinal, language, children }) => {
  const vi = language === 'vi';
  return (
    <li id={`nguon-${e.id}`}>
      <div class="tk-ev__n">
        {ordinal !== undefined && <span class="tk-cite">{ordinal}</span>}
        <strong>{e.unitName}</strong>
        <a
          class="govuk-link tk-small"
          href={e.submissionId ? `/submissions/${e.submissionId}#muc-${e.sectionCode}` : '#'}
        >
          {vi
            ? `báo cáo bản ${e.version}, mục ${e.sectionCode}`
            : `report version ${e.version}, section ${e.sectionCode}`}
        </a>
      </div>
      <blockquote>“{e.quote}”</blockquote>
      <div class="tk-actions">
        {e.stance === 'differs' ? (
          <Status kind="differ">{vi ? 'Nói khác' : 'Differs'}</Status>
        ) : (
          <Status kind="ok">{vi ? 'Ủng hộ' : 'Supports'}</Status>
        )}
        {!e.quotable && <Status kind="risk">{vi ? 'Không trích' : 'Not for quoting'}</Status>}
        {e.state === 'returned' && (
          <Status kind="returned">{vi ? 'báo cáo đã bị trả lại' : 'its report was returned'}</Status>
        )}
        {e.state === 'accepted' && (
          <span class="tk-small">{vi ? 'báo cáo đã được chấp nhận' : 'its report is accepted'}</span>
        )}
        {e.state === 'submitted' && (
          <span class="tk-small">{vi ? 'báo cáo đang đọc' : 'its report is being read'}</span>
        )}
      </div>
      {children}
    </li>
  );
};
