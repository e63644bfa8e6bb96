// The letterhead and the title: issuer, body above, number, date, kind, title; also the form news pages give them.
import type { LocalDate } from '#src/kernel/dates.ts';
import type { Piece } from '../layout/paragraph.ts';
import { type Citation, readCitations } from '../lex/symbols.ts';
import type { When } from '../model.ts';
import { find, phrase } from '../text/planes.ts';
import { type Found, named } from './found.ts';
import { issuerOf, readOrgans } from './issuer.ts';
import {
  dateOf,
  fromCitation,
  readDigitalStamp,
  readIssueDate,
  readNumber,
  readPageDate,
} from './number-date.ts';
import { type PageHead, readPageHeading } from './pageheading.ts';
import type { Placed } from './regions.ts';
import { readKind, readTitle, titleLines } from './title.ts';

export type Letterhead = {
  kind: Found<string> | null;
  number: Found<string> | null;
  symbol: Found<string> | null;
  issuedOn: Found<When> | null;
  stampedAt: Found<string> | null;
  pageDate: Found<LocalDate> | null;
  issuer: Found<string> | null;
  parentBody: Found<string> | null;
  title: Found<string> | null;
  titlePieces: Piece[];
};

/** The letterhead as printed; what it leaves out is taken from a page's heading, or from the decision a plan comes with. */
export function readLetterhead(placed: readonly Placed[]): Letterhead {
  const head = placed.filter((x) => x.region === 'head');
  const lines = head.length > 0 ? head : placed.slice(0, 3);
  const page = lines.some((x) => x.role === 'number') ? null : readPage(lines, placed);
  const cited = page?.citation ?? readIssuedWith(placed);
  const number = readNumber(lines) ?? fromCitation(cited);
  const organs = readOrgans(lines);
  const title = readTitle(placed) ?? (page?.title ? named(page.title) : null);
  return {
    kind: readKind(lines, placed) ?? page?.kind ?? null,
    number: number?.number ?? null,
    symbol: number?.symbol ?? null,
    issuedOn: readIssueDate(lines) ?? dateOf(cited),
    stampedAt: readDigitalStamp(placed),
    pageDate: readPageDate(placed),
    issuer: organs.issuer ?? issuerOf(cited) ?? (page?.issuer ? named(page.issuer) : null),
    parentBody: organs.parent,
    title,
    titlePieces: title ? titleLines(placed, title.piece) : [],
  };
}

/** A page tells of a document in its heading, or in the first paragraphs where nothing looks like a document itself. */
function readPage(lines: readonly Placed[], placed: readonly Placed[]): PageHead | null {
  const isDocument = placed.some((x) => x.role === 'motto' || x.role === 'kind' || x.role === 'addressee');
  const body = placed.filter((x) => x.region === 'body').slice(0, isDocument ? 2 : 6);
  return readPageHeading(lines) ?? readPageHeading(isDocument ? body : [...lines, ...body], placed);
}

const issuedWithForm = phrase('^\\( ?(?:ban hành )?kèm theo ');

function readIssuedWith(placed: readonly Placed[]): Citation | null {
  for (const { p, role } of placed)
    if (role === 'issued-with' && find(issuedWithForm, p)) return readCitations(p)[0] ?? null;
  return null;
}
