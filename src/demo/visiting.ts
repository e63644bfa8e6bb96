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

/** `officers` by unit id. */
export function visitSteps(campaign: Campaign, officer: Actor, officers: ReadonlyMap<string, Actor>): Step[] {
  const visitOf = async (db: Db, now: Date, fullName: string): Promise<NamedVisit> => {
    const visit = (await visitsSeen({ db, actor: officer, now }, campaign)).find(
      (v) => v.fullName === fullName,
    );
    if (!visit) throw new Error(`No visit to ${fullName}`);
    return visit;
  };
  const pins = Object.entries(pinned).map(
    ([name, schedule], i): Step => ({
      at: at('2023-08-14', 9, i * 10),
      run: async ({ db, now }) =>
        scheduleVisit({ db, actor: officer, now }, (await visitOf(db, now, name)).id, schedule),
    }),
  );
  const proposals: Step = {
    at: at('2023-08-15', 10),
    run: async ({ db, now }) => {
      await proposeVisits({ db, actor: officer, now }, campaign, ['Đoàn 1', 'Đoàn 2', 'Đoàn 3']);
    },
  };
  const choices = Object.entries(hosts).map(
    ([name, wanted], i): Step => ({
      at: at('2023-08-17', 14 + i, 20),
      run: async ({ db, now }) => {
        const visit = await visitOf(db, now, name);
        for (const { position, hostKind } of visit.sessions) {
          const choice = hostKind && wanted[hostKind];
          const actor = officers.get(visit.unitId) ?? officer;
          if (choice) await chooseHost({ db, actor, now }, visit.id, position, choice);
        }
      },
    }),
  );
  return [...pins, proposals, ...choices, confirmation(), notice()];

  function confirmation(): Step {
    return {
      at: at('2023-08-21', 9, 30),
      run: async ({ db, now }) => {
        const visit = await visitOf(db, now, 'Tỉnh ủy Thanh Hóa');
        const session = visit.sessions.find((s) => s.hostChoice !== null);
        if (session) await confirmHost({ db, actor: officer, now }, visit.id, session.position);
      },
    };
  }

  function notice(): Step {
    return {
      at: at('2023-08-24', 10, 15),
      run: async ({ db, now }) => {
        const visit = await visitOf(db, now, 'Tỉnh ủy Hậu Giang');
        await recordNotice(
          { db, actor: officer, now },
          visit.id,
          'Gửi qua trục liên thông, có xác nhận của Văn phòng Tỉnh ủy.',
        );
      },
    };
  }
}
