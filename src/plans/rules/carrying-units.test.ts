// The units of a campaign of 2023 read again in 2026, after the provinces became 34 and the Party bodies were merged.
import { describe, expect, it } from 'vitest';
import type { Decision } from '#src/campaigns/rules.ts';
import { before, called, idOf } from '#tests/support/earlier.ts';
import { compiled, index, today } from '#tests/support/plan.ts';
import {
  becomings,
  type CarriedList,
  carriedList,
  carriedTarget,
  comings,
  withoutClaimed,
} from './carrying-units.ts';
import { scopeOf } from './scope.ts';

const { plan } = compiled;
const { registry } = index;
const on = '2026-05-18';

const release = (kind: 'exemption' | 'exclusion'): Decision => ({
  id: 'd',
  kind,
  stage: null,
  dueOn: null,
  reason: 'lý do',
  decidedAt: new Date(0),
  decidedBy: 'p',
  withdrawnAt: null,
});
const released = (name: string, kind: 'exemption' | 'exclusion') =>
  before.map((o) => (o.unitName === name ? { ...o, decisions: [release(kind)] } : o));

describe('units on the new day', () => {
  const changes = becomings(registry, before, on);
  const into = (name: string) => changes.find((c) => c.now.join() === name)?.were;

  it('that were merged become one, with their former names', () => {
    expect(into('Tỉnh ủy Phú Thọ')!.sort()).toEqual([
      'Tỉnh ủy Hòa Bình',
      'Tỉnh ủy Phú Thọ',
      'Tỉnh ủy Vĩnh Phúc',
    ]);
    expect(into('Tỉnh ủy Lạng Sơn')).toBeUndefined();
    expect(changes.flatMap((c) => c.were)).toContain('Tỉnh ủy Hậu Giang');
  });

  it('without a successor are said to have none', () => {
    expect(changes.filter((c) => c.now.length === 0).flatMap((c) => c.were)).toEqual([
      'Ban Đối ngoại Trung ương',
    ]);
  });

  it('of an officer’s list are carried while they stand, merged ones as one', () => {
    const list = carriedList(registry, 'M2', before, on);
    expect(list.lines.map((l) => [l.name, l.title]).sort()).toEqual([
      ['Học viện Chính trị quốc gia Hồ Chí Minh', 'Kỹ năng dân vận'],
      ['Đảng ủy Chính phủ', expect.stringMatching(/Cải cách hành chính; Y tế cơ sở|Y tế cơ sở; Cải cách/)],
    ]);
    const claimed = new Map([[idOf('Đảng ủy Chính phủ', on), ['M1', 'M2']]]);
    const kept: CarriedList = withoutClaimed(list, claimed);
    expect(kept.lines.map((l) => l.title)).toEqual(['Kỹ năng dân vận']);
    expect(kept.left.map((l) => [l.name, l.title])).toEqual(
      expect.arrayContaining([['Ban cán sự đảng Bộ Nội vụ', 'Cải cách hành chính']]),
    );
    expect(new Set(kept.left.map((l) => l.why.vi))).toEqual(
      new Set(['nay là Đảng ủy Chính phủ, đã báo cáo theo mẫu M1']),
    );
  });

  it('that were released are not carried in a list, and asked again in a class, which is said', () => {
    const rows = released('Học viện Chính trị quốc gia Hồ Chí Minh', 'exclusion');
    const list = carriedList(registry, 'M2', rows, on);
    expect(list.left.map((l) => [l.name, l.title, l.why.vi])).toEqual([
      ['Học viện Chính trị quốc gia Hồ Chí Minh', 'Kỹ năng dân vận', 'Loại trừ'],
    ]);
    const after = before.map((o) => ({ ...o, unitId: o.unitId }));
    const { released: again } = comings(registry, released('Tỉnh ủy Lạng Sơn', 'exemption'), after, {
      on: today,
      waiting: new Set(),
      receiver: null,
    });
    expect(again).toEqual(['Tỉnh ủy Lạng Sơn']);
  });

  it('are the same, none joining and none missing, when the day is the same', () => {
    const all = { on: today, waiting: new Set<string>(), receiver: null };
    expect(becomings(registry, before, today)).toEqual([]);
    expect(comings(registry, before, before, all)).toEqual({ joined: [], missing: [], released: [] });
    const [one, ...others] = before;
    expect(comings(registry, before, others, all).missing).toEqual([one!.unitName]);
    expect(comings(registry, others, before, all).joined).toEqual([called(one!.unitId, today)]);
    const own = { ...all, receiver: one!.unitId };
    expect(comings(registry, before, others, own).missing).toEqual([]);
  });

  it('named one by one in a class have their successors there; a class of a kind needs nothing', () => {
    const then = scopeOf(plan, index, today);
    expect(plan.reportTargets.map((t) => carriedTarget(t, then, on))).toEqual([null, null, null]);
    const named = { ...plan.reportTargets[0]!, who: 'Ban Dân vận Trung ương, Ban Tổ chức Trung ương' };
    const target = carriedTarget(named, then, on)!;
    expect(target.reporters!.include.map((id) => called(id, on))).toEqual([
      'Ban Tuyên giáo và Dân vận Trung ương',
      'Ban Tổ chức Trung ương',
    ]);
    expect(carriedTarget(named, then, today)).toBeNull();
  });
});
