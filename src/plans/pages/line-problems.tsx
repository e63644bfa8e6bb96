// What is wrong with a list typed line by line.
import type { FC } from 'hono/jsx';
import type { Language } from '#src/kernel/language.ts';
import type { Refusal } from '#src/kernel/refusal.ts';
import type { LineProblem } from '#src/plans/rules/assignment-list.ts';

/** Each refused line by its number and its first words, with why; nothing when the refusal is of another kind. */
export const LineProblems: FC<{ refusal: Refusal | null; language: Language }> = ({ refusal, language }) => {
  const problems = Array.isArray(refusal?.details) ? (refusal.details as LineProblem[]) : [];
  if (problems.length === 0) return null;
  return (
    <ul class="govuk-list govuk-error-message" role="alert">
      {problems.map((p) => (
        <li>
          {language === 'vi' ? `Dòng ${p.line}` : `Line ${p.line}`} “{p.typed.slice(0, 80)}”:{' '}
          {p.words[language]}
        </li>
      ))}
    </ul>
  );
};
