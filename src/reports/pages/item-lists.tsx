// The structured lists of a section as rows of fields; a button adds or drops a row and saves what was typed.
import type { FC } from 'hono/jsx';
import type { Language } from '#src/kernel/language.ts';
import type { ListKind } from '#src/templates/rules.ts';
import { type LineRow, rowsFor } from '../rules/lines.ts';
import { addressees, causeWords, lists } from '../rules/words.ts';
import type { ListItem } from '../rules.ts';

type Props = {
  asked: readonly ListKind[];
  items: readonly ListItem[];
  add: string | undefined;
  language: Language;
};

export const ItemLists: FC<Props> = ({ asked, items, add, language }) => {
  let index = 0;
  return (
    <>
      {rowsFor(asked, items, add).map(({ list, rows }) => (
        <fieldset class="govuk-fieldset govuk-!-margin-top-7" id={`danh-muc-${list}`}>
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
            {lists[list].title[language]}
          </legend>
          <p class="govuk-hint">{lists[list].hint[language]}</p>
          {rows.map((row, nth) => (
            <Line
              row={row}
              index={index++}
              nth={nth + 1}
              list={list}
              language={language}
              isNew={add === list && nth === rows.length - 1}
            />
          ))}
          <p class="govuk-!-margin-top-3">
            <button
              type="submit"
              class="govuk-button govuk-button--secondary tk-button--s"
              name="add"
              value={list}
            >
              {lists[list].add[language]}
            </button>
          </p>
        </fieldset>
      ))}
      {asked.includes('recommendations') && (
        <datalist id="noi-nhan">
          {addressees.map((a) => (
            <option value={a} />
          ))}
        </datalist>
      )}
    </>
  );
};

type LineProps = {
  row: LineRow;
  index: number;
  nth: number;
  list: ListKind;
  language: Language;
  isNew: boolean;
};

/** Every row sends the same five fields, so that the columns stay aligned. */
const Line: FC<LineProps> = ({ row, index, nth, list, language, isNew }) => {
  const name = `${lists[list].one[language]} ${nth}`;
  const hasCause = list === 'shortcomings' || list === 'causes';
  return (
    <div class={`tk-item${hasCause || list === 'recommendations' ? '' : ' tk-item--plain'}`}>
      <div>
        <input type="hidden" name="itemId[]" value={row.id} />
        <input type="hidden" name="kind[]" value={row.kind} />
        <label class="govuk-label govuk-body-s" for={`dong-${index}`}>
          {name}
        </label>
        <input
          class="govuk-input"
          id={`dong-${index}`}
          name="item[]"
          value={row.text}
          {...(isNew ? { autofocus: true } : {})}
        />
      </div>
      {hasCause ? (
        <Cause row={row} index={index} language={language} />
      ) : (
        <input type="hidden" name="cause[]" value="" />
      )}
      {list === 'recommendations' ? (
        <div>
          <label class="govuk-label govuk-body-s" for={`noi-nhan-${index}`}>
            {language === 'vi' ? 'Nơi nhận' : 'Addressee'}
          </label>
          <input
            class="govuk-input"
            id={`noi-nhan-${index}`}
            name="addressee[]"
            value={row.addressee ?? ''}
            list="noi-nhan"
          />
        </div>
      ) : (
        <input type="hidden" name="addressee[]" value="" />
      )}
      <button type="submit" class="tk-textbutton" name="remove" value={String(index)}>
        {language === 'vi' ? 'Bỏ' : 'Drop'}
        <span class="govuk-visually-hidden"> {name}</span>
      </button>
    </div>
  );
};

const Cause: FC<{ row: LineRow; index: number; language: Language }> = ({ row, index, language }) => (
  <div>
    <label class="govuk-label govuk-body-s" for={`loai-${index}`}>
      {row.kind === 'cause'
        ? language === 'vi'
          ? 'Loại'
          : 'Kind'
        : language === 'vi'
          ? 'Nguyên nhân'
          : 'Cause'}
    </label>
    <select class="govuk-select" id={`loai-${index}`} name="cause[]">
      <option value="">{language === 'vi' ? 'Chưa chọn' : 'Not chosen'}</option>
      {(['subjective', 'objective'] as const).map((cause) => (
        <option value={cause} selected={row.cause === cause}>
          {causeWords[cause][language]}
        </option>
      ))}
    </select>
  </div>
);
