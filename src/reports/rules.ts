// The life of a report: drafted, sent, returned or accepted; every version stays. Pure.
import type { AnnexCells } from '#src/annexes/rules.ts';
import type { Document } from '#src/documents/model.ts';

export type Stage = 'draft' | 'official';

/** One line of a structured list: a shortcoming with its kind of cause, a recommendation with its addressee. */
export type ListItem = {
  id: string;
  kind: 'shortcoming' | 'cause' | 'lesson' | 'recommendation' | 'model';
  text: string;
  cause?: 'objective' | 'subjective';
  addressee?: string;
};

export type SectionContent = { body: Document; items: ListItem[] };

/** The immutable copy that a submission keeps: all sections by code, all annex tables by code. */
export type SubmissionContent = {
  templateCode: string;
  templateVersion: number;
  title: string;
  sections: Record<string, SectionContent>;
  annex: Record<string, AnnexCells>;
};

/** What has happened to the latest submission of a report. */
export type ReportState = 'not-opened' | 'drafting' | 'submitted' | 'returned' | 'accepted';
