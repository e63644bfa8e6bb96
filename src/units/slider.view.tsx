// The time slider: one stop per day on which something changed. It does nothing without its island, which shows it.
import type { FC } from 'hono/jsx';
import { addDays, formatDate, type LocalDate } from '#src/kernel/dates.ts';
import type { Language } from '#src/kernel/language.ts';

/** Stops: the day before the first change, then every day of change. `on` stands at the last stop not after it. */
export const Slider: FC<{ days: readonly LocalDate[]; on: LocalDate; language: Language }> = ({
  days,
  on,
  language,
}) => {
  const [first] = days;
  if (!first) return null;
  const stops = [addDays(first, -1), ...days];
  const at = Math.max(
    0,
    stops.findLastIndex((day) => day <= on),
  );
  return (
    <div class="tk-unit-slider" data-unit-slider hidden>
      <label class="govuk-label govuk-label--s" for="thoi-diem">
        {language === 'vi' ? 'Kéo đến một thời điểm' : 'Slide to a point in time'}
      </label>
      <input
        type="range"
        id="thoi-diem"
        min="0"
        max={String(stops.length - 1)}
        step="1"
        value={String(at)}
        aria-valuetext={formatDate(stops[at]!)}
        data-days={stops.join(' ')}
        data-words={stops.map((day) => formatDate(day)).join(' ')}
      />
      <output for="thoi-diem">{formatDate(stops[at]!)}</output>
    </div>
  );
};
