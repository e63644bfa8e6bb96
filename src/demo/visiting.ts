// The visits of the demonstration: three dates pinned, the others proposed, hosts named, one notice sent.
import type { Actor } from '#src/kernel/actor.ts';
import type { LocalDate } from '#src/kernel/dates.ts';
import type { Db } from '#src/platform/database/connect.ts';
import {
  chooseHost,
  confirmHost,
  proposeVisits,
  recordNotice,
  scheduleVisit,
  visitsSeen,
} from '#src/surveys/actions.ts';
import type { NamedVisit } from '#src/surveys/schedule.ts';
import { at, type Step } from './timeline.ts';

type Campaign = { id: string; issuedOn: LocalDate | null };

/** By the name of the territory or body. */
const pinned: Record<string, { startsOn: LocalDate; delegation: string }> = {
  'Tỉnh ủy Hậu Giang': { startsOn: '2023-09-06', delegation: 'Đoàn 3' },
  'Tỉnh ủy Lạng Sơn': { startsOn: '2023-09-14', delegation: 'Đoàn 1' },
  'Tỉnh ủy Thanh Hóa': { startsOn: '2023-09-19', delegation: 'Đoàn 2' },
};

const hosts: Record<string, Record<string, string>> = {
  'Tỉnh ủy Lạng Sơn': { district: 'Huyện Lộc Bình', department: 'Sở Nội vụ' },
  'Tỉnh ủy Thanh Hóa': { district: 'Huyện Như Thanh', department: 'Sở Tài nguyên và Môi trường' },
};

/** What the steps share: whose visits, who arranges them, and the hosts' own officers by unit. */
type Arranging = { campaign: Campaign; officer: Actor; officers: ReadonlyMap<string, Actor> };

/** `officers` by unit id. */
export function visitSteps(campaign: Campaign, officer: Actor, officers: ReadonlyMap<string, Actor>): Step[] {
  const arranging = { campaign, officer, officers };
  return [
    ...Object.keys(pinned).map((name, i) => pinning(arranging, name, at('2023-08-14', 9, i * 10))),
    proposing(arranging),
    ...Object.keys(hosts).map((name, i) => choosing(arranging, name, at('2023-08-17', 14 + i, 20))),
    confirming(arranging),
    notifying(arranging),
  ];
}

async function visitOf(
  { campaign, officer }: Arranging,
  db: Db,
  now: Date,
  fullName: string,
): Promise<NamedVisit> {
  const visits = await visitsSeen({ db, actor: officer, now }, campaign);
  const visit = visits.find((v) => v.fullName === fullName);
  if (!visit) throw new Error(`No visit to ${fullName}`);
  return visit;
}

function pinning(arranging: Arranging, name: string, when: Date): Step {
  return {
    at: when,
    run: async ({ db, now }) => {
      const visit = await visitOf(arranging, db, now, name);
      await scheduleVisit({ db, actor: arranging.officer, now }, visit.id, pinned[name]!);
    },
  };
}

function proposing({ campaign, officer }: Arranging): Step {
  return {
    at: at('2023-08-15', 10),
    run: async ({ db, now }) => {
      await proposeVisits({ db, actor: officer, now }, campaign, ['Đoàn 1', 'Đoàn 2', 'Đoàn 3']);
    },
  };
}

function choosing(arranging: Arranging, name: string, when: Date): Step {
  return {
    at: when,
    run: async ({ db, now }) => {
      const visit = await visitOf(arranging, db, now, name);
      const actor = arranging.officers.get(visit.unitId) ?? arranging.officer;
      for (const { position, hostKind } of visit.sessions) {
        const choice = hostKind && hosts[name]![hostKind];
        if (choice) await chooseHost({ db, actor, now }, visit.id, position, choice);
      }
    },
  };
}

function confirming(arranging: Arranging): Step {
  return {
    at: at('2023-08-21', 9, 30),
    run: async ({ db, now }) => {
      const visit = await visitOf(arranging, db, now, 'Tỉnh ủy Thanh Hóa');
      const session = visit.sessions.find((s) => s.hostChoice !== null);
      if (session) await confirmHost({ db, actor: arranging.officer, now }, visit.id, session.position);
    },
  };
}

function notifying(arranging: Arranging): Step {
  const note = 'Gửi qua trục liên thông, có xác nhận của Văn phòng Tỉnh ủy.';
  return {
    at: at('2023-08-24', 10, 15),
    run: async ({ db, now }) => {
      const visit = await visitOf(arranging, db, now, 'Tỉnh ủy Hậu Giang');
      await recordNotice({ db, actor: arranging.officer, now }, visit.id, note);
    },
  };
}
