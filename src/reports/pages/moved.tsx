// What a page says after an amendment moved the report: where a text went, what is asked differently, what is kept beside.
import type { FC } from 'hono/jsx';
import type { Language } from '#src/kernel/language.ts';
import { Notice } from '#src/web/ui.tsx';
import type { ReviewRow } from '../store/moves.ts';

/** `from`: the section as it was called when its editor was opened. */
export const MovedHere: FC<{ from: string | undefined; language: Language }> = ({ from, language }) =>
  from ? (
    <Notice>
      {language === 'vi'
        ? `Mẫu báo cáo đã điều chỉnh khi ông/bà đang soạn mục ${from}. Nội dung vừa gõ đã lưu ở mục này.`
        : `The template was amended while you were writing section ${from}. What you typed is saved here.`}
    </Notice>
  ) : null;

type ReviewProps = {
  reportId: string;
  code: string;
  reviews: readonly ReviewRow[];
  canAct: boolean;
  language: Language;
};

export const ReviewNotice: FC<ReviewProps> = ({ reportId, code, reviews, canAct, language }) => {
  const changes = reviews.filter((r) => r.code === code).flatMap((r) => r.changes);
  if (changes.length === 0) return null;
  const vi = language === 'vi';
  return (
    <section class="tk-review" aria-labelledby="xem-lai">
      <h2 class="govuk-heading-s" id="xem-lai">
        {vi ? 'Yêu cầu đã đổi: đề nghị xem lại' : 'Asked differently now: please look again'}
      </h2>
      <ul class="govuk-list govuk-list--bullet govuk-body-s">
        {changes.map((change) => (
          <li>{change[language]}</li>
        ))}
      </ul>
      {canAct && (
        <form method="post" action={`/reports/${reportId}/reviews`}>
          <button class="tk-textbutton" type="submit" name="code" value={code}>
            {vi ? 'Đã xem lại, không cần sửa' : 'Looked at; nothing to change'}
          </button>
        </form>
      )}
    </section>
  );
};

/** On the task list: how many parts are kept, and the way to them. */
export const KeptLine: FC<{ reportId: string; count: number; language: Language }> = ({
  reportId,
  count,
  language,
}) =>
  count === 0 ? null : (
    <p class="tk-small">
      <a class="govuk-link" href={`/reports/${reportId}/kept`}>
        {language === 'vi' ? `Nội dung không còn yêu cầu: ${count} phần` : `No longer asked: ${count} parts`}
      </a>{' '}
      {language === 'vi' ? '(vẫn giữ, chép được vào mục khác)' : '(kept; may be copied into a section)'}
    </p>
  );
