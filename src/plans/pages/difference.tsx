// Who an amendment touches, old and new side by side; for the centre, whether each has been told and has read it.
import type { FC } from 'hono/jsx';
import type { Told } from '#src/campaigns/amendments.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import { type Column, StackTable } from '#src/web/table.tsx';

type Props = {
  touched: readonly Told[];
  caption: string;
  language: Language;
  /** What is known of each unit's notice, by unit. */
  notices?: ReadonlyMap<string, Words>;
};

export const Difference: FC<Props> = ({ touched, caption, language, notices }) => {
  const vi = language === 'vi';
  const columns: Column<Told>[] = [
    { head: vi ? 'Đơn vị' : 'Unit', namesRow: true, cell: (t) => t.unitName },
    { head: vi ? 'Trước' : 'Before', labelled: true, cell: (t) => t.was[language] },
    { head: vi ? 'Sau' : 'After', labelled: true, cell: (t) => t.becomes[language] },
  ];
  if (notices)
    columns.push({
      head: vi ? 'Đã báo' : 'Told',
      labelled: true,
      cell: (t) => notices.get(t.unitId)?.[language],
    });
  return <StackTable caption={caption} rows={touched} columns={columns} />;
};
